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
  for (const [, name = '', double, single, bare = ''] of source.slice(from, to).matchAll(ATTRIBUTE)) {
    if (found.push({ name, value: double ?? single ?? bare }) === MAX_ATTRIBUTES) break;
  }
  return found;
}
