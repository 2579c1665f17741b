import { sign, unitKind } from './units';

/** Longer words are looked up by their beginning, and then compared. */
export const maxToken = 15;

/**
 * Calls back with all that a text can be found by, often more than once: its words, every two signs that stand beside each
 * other, and the last sign of a run alone. So one sign is found as the beginning of a token, two as a token, more as
 * several. `plain` is the text of a Plain.
 */
export function eachToken(plain: string, take: (token: string) => void): void {
  let start = 1;
  for (let end = plain.indexOf(' ', start); end >= 0; end = plain.indexOf(' ', start)) {
    if (unitKind(plain.charCodeAt(start)) === sign) {
      for (let at = start; at < end; at++) take(plain.slice(at, Math.min(at + 2, end)));
    } else if (end > start) take(plain.slice(start, Math.min(end, start + maxToken)));
    start = end + 1;
  }
}
