import { sign, unitKind } from './units';

/** Longer words are looked up by their beginning, and then compared. */
export const maxToken = 15;

/** What is called back with the tokens of a text. */
export interface TokenTaker {
  word(token: string): void;
  /** Two signs that stand beside each other, or the last of a run with 0. */
  signs(first: number, second: number): void;
}

/**
 * Calls back with all that a text can be found by, often more than once: its words, every two signs that stand beside each
 * other, and the last sign of a run alone. So one sign is found as the beginning of a token, two as a token, more as
 * several. `plain` is the text of a Plain.
 */
export function takeTokens(plain: string, taker: TokenTaker): void {
  let start = 1;
  for (let end = plain.indexOf(' ', start); end >= 0; end = plain.indexOf(' ', start)) {
    const first = plain.charCodeAt(start);
    if (unitKind(first) === sign) takeSigns(plain, start, end, taker);
    else if (end > start) taker.word(plain.slice(start, Math.min(end, start + maxToken)));
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
