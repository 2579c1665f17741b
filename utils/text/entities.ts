import { accents, packedEntities } from './entity-table';
import { windows1252Character } from './windows-1252';

const HASH = 35;
const SEMICOLON = 59;
/** No name or number is longer. */
const MAX_NAME = 32;

/** The five of XML, and what occurs most: looked up without unpacking the table. */
const COMMON = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** These are also understood without their semicolon, where no letter, digit or `=` follows (`&amp`, `&nbsp<`). */
const LOOSE = /(amp|lt|gt|quot|nbsp)(?![\w=;])/y;

let unpacked: Map<string, string> | undefined;

/**
 * Decodes character references once: names of HTML (`entity-table.ts`), and numbers, where 128 to 159 mean windows-1252 as in HTML, and
 * what is no character becomes U+FFFD. What is no reference stays as it is. `declared` adds the document's own names.
 */
export function decodeEntities(text: string, declared?: ReadonlyMap<string, string>): string {
  let at = text.indexOf('&');
  if (at < 0) return text;
  let result = '';
  let done = 0;
  while (at >= 0) {
    const end = referenceEnd(text, at + 1);
    const value = end < 0 ? undefined : referenceValue(text, at + 1, end, declared);
    if (value !== undefined) {
      result += text.slice(done, at) + value;
      done = text.charCodeAt(end) === SEMICOLON ? end + 1 : end;
    }
    at = text.indexOf('&', value === undefined ? at + 1 : done);
  }
  return result + text.slice(done);
}

/** Where the name or number ends that begins at `from`, or -1 where there is none. */
function referenceEnd(text: string, from: number): number {
  let i = from;
  const numeric = text.charCodeAt(i) === HASH;
  if (numeric) i++;
  const limit = Math.min(text.length, from + MAX_NAME);
  while (i < limit && isAlphanumeric(text.charCodeAt(i))) i++;
  if (text.charCodeAt(i) === SEMICOLON) return i;
  if (numeric) return numberEnd(text, from + 1, i);
  LOOSE.lastIndex = from;
  return LOOSE.test(text) ? LOOSE.lastIndex : -1;
}

/** A number that lacks its semicolon ends where its digits do. */
function numberEnd(text: string, from: number, to: number): number {
  const hex = (text.charCodeAt(from) | 32) === 120;
  const digits = hex ? /[0-9a-f]+/iy : /[0-9]+/y;
  digits.lastIndex = hex ? from + 1 : from;
  return digits.test(text.slice(0, to)) ? digits.lastIndex : -1;
}

function referenceValue(
  text: string,
  from: number,
  to: number,
  declared: ReadonlyMap<string, string> | undefined,
): string | undefined {
  if (text.charCodeAt(from) === HASH) return numericCharacter(text.slice(from + 1, to));
  const name = text.slice(from, to);
  return declared?.get(name) ?? COMMON.get(name) ?? table().get(name) ?? accented(name);
}

/** One letter with its accent, where Unicode has that as one character. */
function accented(name: string): string | undefined {
  const accent = /^[A-Za-z]/.test(name) ? accents[name.slice(1)] : undefined;
  const letter = accent && (name.charAt(0) + accent).normalize('NFC');
  return letter?.length === 1 ? letter : undefined;
}

/** `digits` is what stands between `&#` and `;`. */
function numericCharacter(digits: string): string | undefined {
  const hex = (digits.charCodeAt(0) | 32) === 120;
  if (!(hex ? /^x[0-9a-f]+$/i : /^[0-9]+$/).test(digits)) return undefined;
  const code = hex ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  if (code > 0x7f && code < 0xa0) return windows1252Character(code);
  if (code === 0 || code > 0x10ffff || (code > 0xd7ff && code < 0xe000)) return '\ufffd';
  return String.fromCodePoint(code);
}

function isAlphanumeric(code: number): boolean {
  return (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 64 && code < 91);
}

function table(): Map<string, string> {
  if (unpacked) return unpacked;
  unpacked = new Map();
  let code = 0;
  for (const group of packedEntities.split(',')) {
    const gap = Number.parseInt(group, 10);
    code += gap || 1;
    for (const name of group.replace(/^\d+/, '').split(' ')) unpacked.set(name, String.fromCodePoint(code));
  }
  return unpacked;
}
