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
  const exact = plan.unwanted.filter(({ term }) => !term.compared);
  const [wanted, unwanted] = await Promise.all([
    Promise.all(plan.wanted.map((one) => haveTerm(tx, row, table, one))),
    Promise.all(exact.map((one) => haveTerm(tx, row, table, one))),
  ]);
  for (const have of wanted) clearWhere(flags, have, 0);
  for (const have of unwanted) clearWhere(flags, have, 1);
  return new Run(table, flags);
}

async function haveTerm(
  tx: AnyTx,
  row: SegmentRow,
  table: DocTable,
  { term, feedIds }: WantedTerm,
): Promise<Flags> {
  const [first = new Uint8Array(row.docs), ...others] = await Promise.all(
    term.lookUps.map((lookUp) => flagsOf(tx, row, lookUp)),
  );
  for (const other of others) clearWhere(first, other, 0);
  if (feedIds.size === 0) return first;
  for (const [place, feedId] of table.feedIds.entries()) if (feedIds.has(feedId)) first[place] = 1;
  return first;
}

function clearWhere(flags: Flags, other: Flags, value: 0 | 1): void {
  for (let at = 0; at < flags.length; at++) if (other[at] === value) flags[at] = 0;
}

function within(row: SegmentRow, table: DocTable, bounds: Bounds): Flags {
  const { feedIds, removed, after, before, ids, below } = bounds;
  const flags = new Uint8Array(row.docs);
  for (let place = 0; place < flags.length; place++) {
    const doc = docAt(table, place);
    const isIn =
      doc.sortAt >= after &&
      doc.sortAt < before &&
      !removed.has(doc.feedId) &&
      (feedIds === null || feedIds.has(doc.feedId)) &&
      (below === null || isNewer({ ...below, feedId: 0 }, doc)) &&
      ids.every((some) => some.has(doc.id));
    if (isIn) flags[place] = 1;
  }
  for (const place of row.dead) flags[place] = 0;
  return flags;
}

/** Segments that are looked into at once: the newest hold the first page. */
const atOnce = 3;

/**
 * The candidates of all segments, newest first, some at a time. A segment is looked into only when what was found so far
 * is not newer than all of it.
 */
export async function* candidates(
  segments: readonly SegmentRow[],
  open: (row: SegmentRow) => Promise<Run | null>,
  count: number,
): AsyncGenerator<Doc[]> {
  const waiting = [...segments].sort((a, b) => b.newest - a.newest);
  const runs: Run[] = [];
  let found: Doc[] = [];
  for (;;) {
    const best = newestOf(runs);
    const next = waiting[0];
    if (next && (!best?.head || best.head.sortAt <= next.newest)) {
      const opened = await Promise.all(waiting.splice(0, atOnce).map(open));
      runs.push(...opened.filter((run) => run !== null));
    } else if (best?.head) {
      found.push(best.head);
      best.next();
    } else break;
    if (found.length < count) continue;
    yield found;
    found = [];
  }
  if (found.length > 0) yield found;
}

function newestOf(runs: readonly Run[]): Run | null {
  let best: Run | null = null;
  for (const run of runs) if (run.head && (!best?.head || isNewer(run.head, best.head))) best = run;
  return best;
}
