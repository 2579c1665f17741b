export interface Attribute {
  /** As written, with prefix and case. */
  name: string;
  /** As written: entities are not decoded. */
  value: string;
}

/** More than this in one tag is an attack or a mistake; the rest is not read. */
export const MAX_ATTRIBUTES = 256;

const SLASH = 47;
const EQUALS = 61;

/** The attributes between two offsets (what follows a tag's name, without its `>`), at most `MAX_ATTRIBUTES`. */
export function readAttributes(source: string, from: number, to: number): Attribute[] {
  const found: Attribute[] = [];
  let i = from;
  while (found.length < MAX_ATTRIBUTES) {
    while (i < to && (source.charCodeAt(i) <= 32 || source.charCodeAt(i) === SLASH)) i++;
    if (i >= to) break;
    const nameEnd = endOfName(source, i + 1, to);
    const name = source.slice(i, nameEnd);
    i = skipSpace(source, nameEnd, to);
    if (source.charCodeAt(i) !== EQUALS || i >= to) {
      found.push({ name, value: '' });
      continue;
    }
    i = skipSpace(source, i + 1, to);
    const quote = source.charCodeAt(i);
    const quoted = i < to && (quote === 34 || quote === 39);
    const start = quoted ? i + 1 : i;
    const end = quoted ? endOfQuoted(source, start, to) : endOfBare(source, start, to);
    found.push({ name, value: source.slice(start, end) });
    i = quoted ? end + 1 : end;
  }
  return found;
}

function endOfName(source: string, from: number, to: number): number {
  let i = from;
  for (; i < to; i++) {
    const code = source.charCodeAt(i);
    if (code <= 32 || code === EQUALS || code === SLASH) break;
  }
  return i;
}

function skipSpace(source: string, from: number, to: number): number {
  let i = from;
  while (i < to && source.charCodeAt(i) <= 32) i++;
  return i;
}

function endOfQuoted(source: string, start: number, to: number): number {
  const quote = source.charCodeAt(start - 1);
  let i = start;
  while (i < to && source.charCodeAt(i) !== quote) i++;
  return i;
}

function endOfBare(source: string, start: number, to: number): number {
  let i = start;
  while (i < to && source.charCodeAt(i) > 32) i++;
  return i;
}
