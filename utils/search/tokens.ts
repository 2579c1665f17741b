import { sign, unitKind } from './units';

/** Longer words are looked up by their beginning, and then compared. */
export const maxToken = 15;

/**
 * Two words that stand beside each other are a token too, so that a phrase of words that are everywhere is found without
 * reading the articles. There are few such tokens, many pairs for each: it costs a seventh of an English text, and in a
 * hundred articles one that has all the words but not the phrase is read in vain.
 */
const pairMark = 1;
const pairs = 0x7c00;
const pairBase = 0x3000;

/** The token of two words that follow each other, as they are in the index: cut to `maxToken`. */
export function pairToken(first: string, second: string): string {
  return signToken(pairMark, pairUnit(first, second));
}

function pairUnit(first: string, second: string): number {
  let hash = 0;
  for (let at = 0; at < first.length; at++) hash = (Math.imul(hash, 31) + first.charCodeAt(at)) | 0;
  hash = Math.imul(hash ^ 0x5f356495, 0x9e3779b1);
  for (let at = 0; at < second.length; at++) hash = (Math.imul(hash, 31) + second.charCodeAt(at)) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return pairBase + (((hash ^ (hash >>> 13)) >>> 0) % pairs);
}

/** What is called back with the tokens of a text. */
export interface TokenTaker {
  word(token: string): void;
  /** Two signs that stand beside each other, or the last of a run with 0; also what `pairToken` is made of. */
  signs(first: number, second: number): void;
}

/**
 * Calls back with all that a text can be found by, often more than once: its words, every two signs that stand beside each
 * other, and the last sign of a run alone. So one sign is found as the beginning of a token, two as a token, more as
 * several. `plain` is the text of a Plain.
 */
export function takeTokens(plain: string, taker: TokenTaker): void {
  let start = 1;
  let before = '';
  for (let end = plain.indexOf(' ', start); end >= 0; end = plain.indexOf(' ', start)) {
    const first = plain.charCodeAt(start);
    if (unitKind(first) === sign) {
      takeSigns(plain, start, end, taker);
      before = '';
    } else if (end > start) {
      const word = plain.slice(start, Math.min(end, start + maxToken));
      taker.word(word);
      if (before !== '') taker.signs(pairMark, pairUnit(before, word));
      before = word;
    }
    start = end + 1;
  }
}

function takeSigns(plain: string, start: number, end: number, taker: TokenTaker): void {
  let before = plain.charCodeAt(start);
  for (let at = start + 1; at < end; at++) {
    const unit = plain.charCodeAt(at);
    taker.signs(before, unit);
    before = unit;
  }
  taker.signs(before, 0);
}

/** The token of two signs, or of one and 0. */
export function signToken(first: number, second: number): string {
  return second === 0 ? String.fromCharCode(first) : String.fromCharCode(first, second);
}
