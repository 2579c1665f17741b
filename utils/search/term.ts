import { toPlain } from './plain';
import { maxToken, pairToken } from './tokens';
import { sign, unitKind } from './units';

/** One token to look up; with `prefix`, all tokens that begin so. */
export interface LookUp {
  token: string;
  prefix: boolean;
}

/** What the reader wants to find, or with `not` does not: one word, or a phrase. */
export interface Term {
  /** As a Plain's text. */
  plain: string;
  /** The last word as it stands; otherwise words that begin with it are found too. */
  whole: boolean;
  not: boolean;
  /** All of them must be in an article. */
  lookUps: LookUp[];
  /** Whether an article with all of them may still lack the term: order, and the ends of long words, are not indexed. */
  compared: boolean;
}

/** Whoever pastes a paragraph means one article: so many tokens leave few others, and texts are compared with all of it. */
const mostLookUps = 32;

/** The term of such words; null where they hold nothing that could be looked up. */
export function termOf(words: string, { whole, not }: { whole: boolean; not: boolean }): Term | null {
  const plain = toPlain(words).text;
  const runs = plain.split(' ').filter((run) => run !== '');
  if (runs.length === 0) return null;
  const parts = runs.map((run, place) => lookUpsOf(run, whole || place < runs.length - 1));
  const isLong = runs.some((run) => run.length > (isSigns(run) ? 2 : maxToken));
  const pairs = runs.flatMap((run, at) => pairOf(run, runs[at + 1], whole || at + 2 < runs.length));
  const lookUps = [...parts.flat(), ...pairs].slice(0, mostLookUps);
  return { plain, whole, not, lookUps, compared: runs.length > 1 || isLong };
}

const isSigns = (run: string) => unitKind(run.charCodeAt(0)) === sign;

/** Two words that follow each other; nothing where the second may be only a beginning. */
function pairOf(run: string, next: string | undefined, whole: boolean): LookUp[] {
  if (next === undefined || isSigns(run) || isSigns(next) || (!whole && next.length <= maxToken)) return [];
  return [{ token: pairToken(run.slice(0, maxToken), next.slice(0, maxToken)), prefix: false }];
}

function lookUpsOf(run: string, whole: boolean): LookUp[] {
  if (!isSigns(run)) return [{ token: run.slice(0, maxToken), prefix: !whole && run.length <= maxToken }];
  if (run.length === 1) return [{ token: run, prefix: true }];
  return Array.from({ length: run.length - 1 }, (_, at) => ({ token: run.slice(at, at + 2), prefix: false }));
}

/** Where a term stands in the text of a Plain, first and behind the last unit, gaps around it left out; all places. */
export function* findTerm(term: Term, plain: string): Generator<[number, number]> {
  const needle = needleOf(term);
  const from = needle.startsWith(' ') ? 1 : 0;
  const to = needle.length - (needle.endsWith(' ') ? 1 : 0);
  for (let at = plain.indexOf(needle); at >= 0; at = plain.indexOf(needle, at + to))
    yield [at + from, at + to];
}

/** Whether the term is in the text of a Plain. */
export function hasTerm(term: Term, plain: string): boolean {
  return plain.includes(needleOf(term));
}

/** Words begin where they begin; signs have no such place, and only whole words have an end. */
function needleOf({ plain, whole }: Term): string {
  const from = unitKind(plain.charCodeAt(1)) === sign ? 1 : 0;
  const endsInSign = unitKind(plain.charCodeAt(plain.length - 2)) === sign;
  return plain.slice(from, whole && !endsInSign ? plain.length : -1);
}
