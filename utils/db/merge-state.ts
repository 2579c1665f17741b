import type { AnyTx, EntryRow, WriteTx } from './schema';

/** What the reader sees of an entry's marks, as it was before two copies of it became one. */
export type Marks = Pick<EntryRow, 'read' | 'readAt' | 'readByHand' | 'starred' | 'tags' | 'highlight'>;

/** An article that both feeds had: `from` stays in the bin with its feed, `into` has the marks of both. */
export interface United {
  from: number;
  into: number;
  before: Marks;
  after: Marks;
}

/** Two subscriptions that became one; kept as long as the one in the bin is, so that it can be finished after a kill, and taken back. */
export interface Merge {
  id: number;
  from: number;
  into: number;
  state: 'open' | 'done' | 'undoing';
  /** The addresses that `into` got by it. */
  urls: string[];
  /** Ids of the entries that went over. */
  moved: number[];
  united: United[];
}

/** The one that is under way; older versions kept the last one there, whatever its state. */
const present = 'feed-merge';
const pastKey = (id: number) => `${present}:${id}`;

/** The merge that is under way, or being taken back. */
export async function loadMerge(tx: AnyTx): Promise<Merge | null> {
  const merge = await loadPresent(tx);
  return merge && merge.state !== 'done' ? merge : null;
}

/** Those that are done and can be taken back, the first one first. */
export async function loadPastMerges(tx: AnyTx): Promise<Merge[]> {
  const range = IDBKeyRange.bound(pastKey(0), `${present}:a`);
  const [rows, last] = await Promise.all([tx.objectStore('meta').getAll(range), loadPresent(tx)]);
  const merges = rows.map(({ value }) => value as Merge);
  if (last?.state === 'done') merges.push(last);
  return merges.sort((a, b) => a.id - b.id);
}

/** Stores it where its state says; the present one makes room for it. */
export async function storeMerge(tx: WriteTx, value: Merge): Promise<void> {
  const store = tx.objectStore('meta');
  const last = await loadPresent(tx);
  if (last?.state === 'done' && last.id !== value.id) await store.put({ key: pastKey(last.id), value: last });
  const isDone = value.state === 'done';
  await store.put({ key: isDone ? pastKey(value.id) : present, value });
  await store.delete(isDone ? present : pastKey(value.id));
}

/** It was taken back, or nothing of it is left that could be. */
export async function dropMerge(tx: WriteTx, id: number): Promise<void> {
  const store = tx.objectStore('meta');
  await store.delete(pastKey(id));
  if ((await loadPresent(tx))?.id === id) await store.delete(present);
}

/** Where the articles of a merge may be now: in the feed that they went into, and in those that it has become part of since. */
export async function homesOf(tx: AnyTx, { into, urls }: Merge): Promise<Pick<Merge, 'into' | 'urls'>[]> {
  const past = await loadPastMerges(tx);
  const homes = [{ into, urls }];
  for (const { into: last } of homes) {
    const next = past.findLast(
      ({ from, into: to }) => from === last && !homes.some((home) => home.into === to),
    );
    if (next) homes.push({ into: next.into, urls: urls.filter((url) => next.urls.includes(url)) });
  }
  return homes;
}

async function loadPresent(tx: AnyTx): Promise<Merge | null> {
  return ((await tx.objectStore('meta').get(present))?.value as Merge | undefined) ?? null;
}
