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

/** The last time that two subscriptions became one; kept, so that it can be finished after a kill, and taken back. */
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

const key = 'feed-merge';

/** The last merge; null where there was none, or it was taken back. */
export async function loadMerge(tx: AnyTx): Promise<Merge | null> {
  return ((await tx.objectStore('meta').get(key))?.value as Merge | undefined) ?? null;
}

export async function storeMerge(tx: WriteTx, value: Merge | null): Promise<void> {
  const store = tx.objectStore('meta');
  await (value ? store.put({ key, value }) : store.delete(key));
}
