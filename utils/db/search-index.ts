import type { Block } from '../search/block';
import type { DocTable } from '../search/segment';
import type { AnyTx, SegmentRow, WriteTx } from './schema';
import { read, write } from './transaction';

/** How far the index goes. Entries from `low` to `high` are in it, those that are gone left out. */
export interface IndexState {
  /** Of the way that texts are split and packed; an index of another version is made anew. */
  version: number;
  low: number;
  high: number;
  /** Segments that were begun and not finished, or whose articles are in another one. */
  leftover: number[];
  lastSegment: number;
}

const key = 'search';
/** Blocks a transaction: the reader's marks wait no longer than for these. */
const blocksAtOnce = 8;

export const loadIndexState = async (tx: AnyTx) =>
  (await tx.objectStore('meta').get(key))?.value as IndexState | undefined;

const storeIndexState = (tx: WriteTx, value: IndexState) => tx.objectStore('meta').put({ key, value });

/** The state and all segments; null where nothing was ever indexed in this version. */
export function readIndex(version: number): Promise<{ state: IndexState; segments: SegmentRow[] } | null> {
  return read(['meta', 'segments'], async (tx) => {
    const [state, segments] = await Promise.all([loadIndexState(tx), tx.objectStore('segments').getAll()]);
    return state?.version === version ? { state, segments } : null;
  });
}

/** Begins an index without anything in it, its borders behind the newest entry; what an older version left is leftover. */
export function resetIndex(version: number): Promise<void> {
  return write('poll', ['meta', 'segments', 'segmentDocs', 'stale', 'entries'], async (tx) => {
    const [old, segments, newest] = await Promise.all([
      loadIndexState(tx),
      tx.objectStore('segments').getAllKeys(),
      tx.objectStore('entries').openKeyCursor(null, 'prev'),
    ]);
    const high = newest?.primaryKey ?? 0;
    const leftover = [...(old?.leftover ?? []), ...segments];
    await tx.objectStore('segments').clear();
    await tx.objectStore('segmentDocs').clear();
    await tx.objectStore('stale').clear();
    await storeIndexState(tx, { version, low: high + 1, high, leftover, lastSegment: old?.lastSegment ?? 0 });
  });
}

/** A number for a segment that is to be written. Until it is finished it counts as leftover. */
export function beginSegment(): Promise<number> {
  return write('poll', ['meta'], async (tx) => {
    const state = await loadIndexState(tx);
    if (!state) throw new Error('no index was begun');
    const id = state.lastSegment + 1;
    await storeIndexState(tx, { ...state, lastSegment: id, leftover: [...state.leftover, id] });
    return id;
  });
}

/** Stores blocks of a segment that was begun, few at a time. Gives how many bytes they were. */
export async function storeBlocks(segment: number, blocks: readonly Block[]): Promise<number> {
  for (let at = 0; at < blocks.length; at += blocksAtOnce) {
    await write('poll', ['postings'], async (tx) => {
      const store = tx.objectStore('postings');
      const some = blocks.slice(at, at + blocksAtOnce);
      await Promise.all(some.map(async ({ last, bytes }) => store.put(bytes, [segment, last])));
    });
  }
  return blocks.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

export interface FinishedSegment {
  /** null where all that was to be in it is gone. */
  row: SegmentRow | null;
  table: DocTable;
  /** How far the index goes with it. */
  borders: { low: number; high: number };
  /** Segments that it stands for now. */
  replaced: readonly number[];
  /** Articles that are dead in other segments from now on. */
  died: ReadonlyMap<number, readonly number[]>;
  /** Changes of entries that it knows: not those that came since. */
  known: ReadonlyMap<number, string>;
}

/** Makes a segment a part of the index, with all that follows from it, in one transaction. */
export function finishSegment(id: number, segment: FinishedSegment): Promise<void> {
  const { row, table, borders, replaced, died, known } = segment;
  return write('poll', ['meta', 'segments', 'segmentDocs', 'stale'], async (tx) => {
    const state = await loadIndexState(tx);
    if (!state) throw new Error('no index was begun');
    const leftover = [...state.leftover, ...replaced].filter((one) => one !== id || row === null);
    await storeIndexState(tx, { ...state, ...borders, leftover });
    await markDead(tx, died);
    if (row) {
      await tx.objectStore('segments').put(row);
      await tx.objectStore('segmentDocs').put(table, id);
    }
    const parts = replaced.flatMap((one) => [
      tx.objectStore('segments').delete(one),
      tx.objectStore('segmentDocs').delete(one),
    ]);
    await Promise.all(parts);
    await forgetChanges(tx, known);
  });
}

/** Takes articles out of segments. */
export function storeDead(died: ReadonlyMap<number, readonly number[]>): Promise<void> {
  return write('poll', ['segments'], (tx) => markDead(tx, died));
}

async function markDead(tx: WriteTx, died: ReadonlyMap<number, readonly number[]>): Promise<void> {
  const store = tx.objectStore('segments');
  for (const [segment, places] of died) {
    const row = await store.get(segment);
    if (row) await store.put({ ...row, dead: Uint16Array.from(new Set([...row.dead, ...places])) });
  }
}

async function forgetChanges(tx: WriteTx, known: ReadonlyMap<number, string>): Promise<void> {
  const store = tx.objectStore('stale');
  for (const [id, hash] of known) if ((await store.get(id)) === hash) await store.delete(id);
}

/** Notes in a transaction over `stale` that an entry's text has changed. */
export async function noteStale(tx: WriteTx, entryId: number, hash: string): Promise<void> {
  await tx.objectStore('stale').put(hash, entryId);
}

/** Deletes some blocks that no segment has; false when none are left. */
export async function dropLeftover(): Promise<boolean> {
  const state = await read(['meta'], loadIndexState);
  const segment = state?.leftover[0];
  if (segment === undefined) return false;
  const range = IDBKeyRange.bound([segment], [segment, []]);
  await write('poll', ['postings', 'meta'], async (tx) => {
    const keys = await tx.objectStore('postings').getAllKeys(range, 50);
    await Promise.all(keys.map(async (one) => tx.objectStore('postings').delete(one)));
    const now = await loadIndexState(tx);
    if (keys.length === 0 && now)
      await storeIndexState(tx, { ...now, leftover: now.leftover.filter((one) => one !== segment) });
  });
  return true;
}
