import type { Check, Feed, Source } from '../model/feed';
import type { ParsedFeed } from '../model/parsed';
import type { Problem } from '../model/problem';
import type { FetchAnswer } from '../net/answer';
import { activeIndex } from '../schedule/sources';

/** What a check came to, before it is stored. */
export interface Finding {
  outcome: Check['outcome'];
  problem: Problem | null;
  newEntries: number;
  changedEntries?: number;
  /** What to remember of the address that answered. */
  source: Partial<Source>;
  parsed: ParsedFeed | null;
}

export const nothingNew: Finding = {
  outcome: 'unchanged',
  problem: null,
  newEntries: 0,
  source: {},
  parsed: null,
};

/** What an answer comes to that need not be parsed: a 304, or the same bytes as before. null for all others. */
export function nothingNewIn(feed: Feed, answer: FetchAnswer): Finding | null {
  if (answer.kind === 'not-modified') {
    return { ...nothingNew, outcome: 'not-modified', source: { validators: answer.validators } };
  }
  const same = answer.kind === 'body' && answer.hash === feed.sources[activeIndex(feed)]?.bodyHash;
  return same ? { ...nothingNew, source: { validators: answer.validators } } : null;
}
