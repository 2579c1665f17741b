export interface Attribute {
  /** As written, with prefix and case. */
  name: string;
  /** As written: entities are not decoded. */
  value: string;
}

/** More than this in one tag is an attack or a mistake; the rest is not read. */
export const MAX_ATTRIBUTES = 256;

const ATTRIBUTE = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|(\S*)))?/g;

/** The attributes between two offsets (what follows a tag's name, without its `>`), at most `MAX_ATTRIBUTES`. */
export function readAttributes(source: string, from: number, to: number): Attribute[] {
  const found: Attribute[] = [];
  const text = source.slice(from, to);
  ATTRIBUTE.lastIndex = 0;
  for (let next = ATTRIBUTE.exec(text); next !== null; next = ATTRIBUTE.exec(text)) {
    const [, name = '', double, single, bare = ''] = next;
    if (found.push({ name, value: double ?? single ?? bare }) === MAX_ATTRIBUTES) break;
  }
  return found;
}
