import type { Cadence } from '../model/cadence';
import { counted, countedWeeks, noCadence } from '../schedule/cadence';
import { asEntryRow, readable } from './rows';
import type { AnyTx, EntryRow, WriteTx } from './schema';
import { putRow, read } from './transaction';

function asCadence(value: unknown): Cadence | null {
  const row = value as Partial<Cadence> | undefined;
  const isWhole = row?.weeks?.length === countedWeeks && row.hours?.length === 168;
  return isWhole && typeof row.lastWeek === 'number' && typeof row.feedId === 'number'
    ? (row as Cadence)
    : null;
}

/** The cadence of every feed, by feed; none for feeds of which nothing was counted. */
export async function listCadences(): Promise<Map<number, Cadence>> {
  const rows = await read(['cadences'], (tx) => tx.objectStore('cadences').getAll());
  return new Map(readable(rows, asCadence).map((row) => [row.feedId, row]));
}

/** The feed's cadence; undefined where nothing was counted. */
export async function getCadence(feedId: number): Promise<Cadence | undefined> {
  return asCadence(await read(['cadences'], (tx) => tx.objectStore('cadences').get(feedId))) ?? undefined;
}

/** The feed's cadence as a transaction finds it; null where nothing was counted. */
export async function loadCadence(tx: AnyTx, feedId: number): Promise<Cadence | null> {
  return asCadence(await tx.objectStore('cadences').get(feedId));
}

/**
 * Counts entries that this transaction has stored. Where the feed had others (`known`) and none were counted, they came
 * with an older version: then all are, once. `before` is what `loadCadence` gave.
 */
export async function countCadence(
  tx: WriteTx,
  feedId: number,
  rows: readonly EntryRow[],
  known: number,
  before: Cadence | null,
): Promise<void> {
  const range = IDBKeyRange.bound([feedId], [feedId, []]);
  const isOld = before === null && known > 0;
  const all = isOld
    ? readable(await tx.objectStore('entries').index('byFeedRead').getAll(range), asEntryRow)
    : rows;
  putRow(tx, 'cadences', counted(before ?? noCadence(feedId), all));
}

/** Takes entries out of the counts that should never have come. */
export async function uncountCadence(tx: WriteTx, feedId: number, rows: readonly EntryRow[]): Promise<void> {
  const store = tx.objectStore('cadences');
  const before = asCadence(await store.get(feedId));
  if (before) await store.put(counted(before, rows, -1));
}
