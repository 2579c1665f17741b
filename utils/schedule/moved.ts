import type { Source, SourceHistory } from '../model/feed';
import { historyOf } from './history';
import { day } from './times';

type Move = SourceHistory['movedTo'];

/** What is known of a redirect after a good answer from `url`. */
export function movedTo(source: Source, url: string, now: number): Move {
  if (url === source.url || url === '') return null;
  const before = historyOf(source).movedTo;
  return before?.url === url ? { ...before, checks: before.checks + 1 } : { url, since: now, checks: 1 };
}

/**
 * The same host and path over https, seen twice, a day apart: the one redirect that is followed for good. fetch does not
 * tell one for now from one for ever, so no other changes what the reader chose (polling S-9).
 */
export function securedAddress(source: Source, move: Move, now: number): string | null {
  if (!move || move.checks < 2 || now - move.since < day) return null;
  return move.url === source.url.replace(/^http:/, 'https:') ? move.url : null;
}

/** Where the feed seems to live now, as a suggestion to the reader: seen in five checks over a week; '' for none. */
export function suggestedAddress(source: Source | undefined, now: number): string {
  const move = historyOf(source).movedTo;
  return move && move.checks >= 5 && now - move.since >= 7 * day ? move.url : '';
}
