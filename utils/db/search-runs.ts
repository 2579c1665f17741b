import type { SearchPlan, WantedTerm } from '../search/plan';
import { type Doc, type DocTable, docAt, isNewer } from '../search/segment';
import type { Place } from './newest';
import type { AnyTx, SegmentRow } from './schema';
import { type Flags, flagsOf } from './search-blocks';

/** What a plan asks of articles besides their words. */
export interface Bounds {
  feedIds: ReadonlySet<number> | null;
  /** Feeds whose articles are not listed. */
  removed: ReadonlySet<number>;
  after: number;
  before: number;
  /** Only these, where a state or tag says so. */
  ids: readonly ReadonlySet<number>[];
  below: Place | null;
}

/** The candidates of one segment, newest first. */
export class Run {
  readonly #table: DocTable;
  readonly #flags: Flags;
  #place = -1;
  /** null at the end. */
  head: Doc | null = null;

  constructor(table: DocTable, flags: Flags) {
    this.#table = table;
    this.#flags = flags;
    this.next();
  }

  next(): void {
    this.#place = this.#flags.indexOf(1, this.#place + 1);
    this.head = this.#place < 0 ? null : docAt(this.#table, this.#place);
    if (this.#place < 0) this.#place = this.#flags.length;
  }
}

/** What the index says of a segment: articles that have all the words, as far as tokens can say, within the bounds. */
export async function runOf(
  tx: AnyTx,
  row: SegmentRow,
  table: DocTable,
  plan: SearchPlan,
  bounds: Bounds,
): Promise<Run> {
  const flags = within(row, table, bounds);
  if (flags.indexOf(1) < 0) return new Run(table, flags);
  const lookedUp = plan.wanted.filter(({ term }) => term.lookUps.length > 0);
  const exact = plan.unwanted.filter(({ term }) => !term.compared);
  const [wanted, unwanted] = await Promise.all([
    Promise.all(lookedUp.map((one) => haveTerm(tx, row, { table, within: flags }, one))),
    Promise.all(exact.map((one) => haveTerm(tx, row, { table, within: flags }, one))),
  ]);
  for (const have of wanted) clearWhere(flags, have, 0);
  for (const have of unwanted) clearWhere(flags, have, 1);
  return new Run(table, flags);
}

/** More tokens than these are looked up in two steps: after the first half there is seldom anything left. */
const fewLookUps = 3;

/** Of the articles `within`, those that have all tokens of the term, or come from its feeds. */
async function haveTerm(
  tx: AnyTx,
  row: SegmentRow,
  { table, within }: { table: DocTable; within: Flags },
  { term, feedIds }: WantedTerm,
): Promise<Flags> {
  const have = within.slice();
  // every second one: pairs of signs overlap, so that half of them name all signs
  const isFirst = (at: number) => term.lookUps.length <= fewLookUps || at % 2 === 0;
  for (const step of [true, false]) {
    const lookUps = term.lookUps.filter((_, at) => isFirst(at) === step);
    if (have.indexOf(1) < 0) break;
    const found = await Promise.all(lookUps.map((lookUp) => flagsOf(tx, row, lookUp)));
    for (const one of found) clearWhere(have, one, 0);
  }
  if (feedIds.size === 0) return have;
  for (const [place, feedId] of table.feedIds.entries()) if (feedIds.has(feedId)) have[place] = 1;
  return have;
}

function clearWhere(flags: Flags, other: Flags, value: 0 | 1): void {
  for (let at = 0; at < flags.length; at++) if (other[at] === value) flags[at] = 0;
}

function within(row: SegmentRow, table: DocTable, bounds: Bounds): Flags {
  const flags = new Uint8Array(row.docs);
  const { before, after, below, feedIds, removed, ids } = bounds;
  const isLater = (doc: Doc) =>
    doc.sortAt >= before || (below !== null && !isNewer({ ...below, feedId: 0 }, doc));
  flags.fill(
    1,
    countWhile(table, isLater),
    countWhile(table, ({ sortAt }) => sortAt >= after),
  );
  // a hundred thousand articles: what asks for nothing is not asked of each
  if (feedIds || removed.size > 0)
    for (const [place, id] of table.feedIds.entries())
      if (removed.has(id) || feedIds?.has(id) === false) flags[place] = 0;
  for (const some of ids) for (const [place, id] of table.ids.entries()) if (!some.has(id)) flags[place] = 0;
  for (const place of row.dead) flags[place] = 0;
  return flags;
}

/** How many articles at the beginning of a table are so; none behind the first that is not. */
function countWhile(table: DocTable, isSo: (doc: Doc) => boolean): number {
  let [low, high] = [0, table.ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(docAt(table, middle))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Segments that are looked into at first: the newest hold the first page. Where they hold little, it is twice as many next. */
const firstSegments = 3;
/** Candidates that are given at a time, at most: each costs a read or three, and the reader waits. */
const mostCandidates = 64;

/**
 * The candidates of all segments, newest first, `count` or fewer at a time, then twice as many each time: whoever asks for
 * more than the first ones had few of them accepted. A segment is looked into only when what was found so far
 * is not newer than all of it.
 */
export async function* candidates(
  segments: readonly SegmentRow[],
  open: (row: SegmentRow) => Promise<Run | null>,
  count: number,
): AsyncGenerator<Doc[]> {
  const waiting = [...segments].sort((a, b) => b.newest - a.newest);
  const runs: Run[] = [];
  let [found, size, width] = [[] as Doc[], count, firstSegments];
  for (;;) {
    const best = newestOf(runs);
    const next = waiting[0];
    if (next && (!best?.head || best.head.sortAt <= next.newest)) {
      // what is surely newest need not wait for what the next ones hold
      if (found.length > 0) yield found;
      found = [];
      const opened = await Promise.all(waiting.splice(0, width).map(open));
      width *= 2;
      runs.push(...opened.filter((run) => run !== null));
    } else if (best?.head) {
      found.push(best.head);
      best.next();
    } else break;
    if (found.length < size) continue;
    yield found;
    found = [];
    size = Math.max(count, Math.min(size * 2, mostCandidates));
  }
  if (found.length > 0) yield found;
}

function newestOf(runs: readonly Run[]): Run | null {
  let best: Run | null = null;
  for (const run of runs) if (run.head && (!best?.head || isNewer(run.head, best.head))) best = run;
  return best;
}
