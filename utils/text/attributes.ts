import { afterSpace, EQUALS, SLASH } from './char-codes';

export interface Attribute {
  /** As written, with prefix and case. */
  name: string;
  /** As written: entities are not decoded. */
  value: string;
}

/** More than this in one tag is an attack or a mistake; the rest is not read. */
export const MAX_ATTRIBUTES = 256;

/** The attributes between two offsets (what follows a tag's name, without its `>`), at most `MAX_ATTRIBUTES`. */
export function readAttributes(source: string, from: number, to: number): Attribute[] {
  const places: number[] = [];
  const found: Attribute[] = [];
  const count = findAttributes(source, from, to, places);
  for (let i = 0; i < count; i += 4) {
    const name = source.slice(places[i], places[i + 1]);
    found.push({ name, value: source.slice(places[i + 2], places[i + 3]) });
  }
  return found;
}

/**
 * Where the same attributes stand: writes the offsets at which each name begins and ends, and each value, to `places`,
 * and returns how many offsets these are. For who asks for few of many, and has an array from the tag before.
 */
export function findAttributes(source: string, from: number, to: number, places: number[]): number {
  let count = 0;
  for (let i = from; i < to && count < MAX_ATTRIBUTES * 4; i++) {
    const start = i;
    i = wordEnd(source, i, to, true);
    if (i === start) continue;
    places[count++] = start;
    places[count++] = i;
    let value = afterSpace(source, i);
    if (source.charCodeAt(value) === EQUALS) {
      value = afterSpace(source, value + 1);
      const quote = source.charAt(value);
      if (quote === '"' || quote === "'") {
        i = source.indexOf(quote, ++value);
        if (i < 0 || i > to) i = to;
      } else i = wordEnd(source, value, to, false);
    } else value = i;
    places[count++] = value;
    places[count++] = i;
  }
  return count;
}

function wordEnd(source: string, from: number, to: number, isName: boolean): number {
  for (let i = from; i < to; i++) {
    const code = source.charCodeAt(i);
    if (code <= 32 || (isName && (code === EQUALS || code === SLASH))) return i;
  }
  return to;
}
