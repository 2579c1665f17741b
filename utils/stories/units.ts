import { foldScript } from '../text/script-fold';

/** Signs are words by themselves; elsewhere a word is what stands between spaces and punctuation. */
const sign = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}';
const unit = new RegExp(`[${sign}]|\\p{N}+|(?:(?![${sign}])[\\p{L}\\p{M}])+`, 'gu');

/**
 * The units by which texts are compared: words, numbers, and single signs of Chinese, Japanese, Korean and Thai;
 * simplified and traditional, wide and narrow, large and small are the same. At most of `maxLength` characters.
 */
export function unitsOf(text: string, maxLength: number): string[] {
  const folded = foldScript(text.slice(0, maxLength).normalize('NFKC').toLowerCase());
  return folded.match(unit) ?? [];
}

export const isNumber = (one: string) => /^\p{N}/u.test(one);

/** 32 bits of a text (FNV-1a, mixed at the end). */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let h = seed;
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  return mix32(h);
}

/** Every bit of the input changes half of the output. */
export function mix32(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hashes of all runs of three units, in their order. */
export function shinglesOf(units: readonly string[]): number[] {
  const found: number[] = [];
  for (let at = 0; at + 2 < units.length; at++)
    found.push(hash32(`${units[at]} ${units[at + 1]} ${units[at + 2]}`));
  return found;
}
