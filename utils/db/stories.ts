import { storyAddress } from '../stories/story-address';
import type { StoryKey } from '../stories/story-keys';
import { loadEntries, storeEntries } from './entry-rows';
import { asEntryRow, readable } from './rows';
import type { AnyTx, EntryRow, StoryKeysRow, WriteTx } from './schema';
import { loadTexts, type Searchable } from './search-source';
import { read, write } from './transaction';

/** Entries from `low` to `high` have been compared with all others; those of other versions of the rules are not. */
export interface StoryState {
  version: number;
  low: number;
  high: number;
}

const key = 'stories';
/** Articles with one key in common, at most: a column with the same beginning every day is no story. */
const mostFound = 12;
/** Days before and after. */
const nearDays = 1;

export const loadStoryState = (): Promise<StoryState | undefined> =>
  read(['meta'], async (tx) => (await tx.objectStore('meta').get(key))?.value as StoryState | undefined);

/** Begins anew, behind the newest entry. */
export function resetStories(version: number): Promise<StoryState> {
  return write('poll', ['meta', 'storyKeys', 'entries'], async (tx) => {
    const newest = await tx.objectStore('entries').openKeyCursor(null, 'prev');
    const high = newest?.primaryKey ?? 0;
    const value = { version, low: high + 1, high };
    await tx.objectStore('storyKeys').clear();
    await tx.objectStore('meta').put({ key, value });
    return value;
  });
}

export interface KeyedEntry {
  entryId: number;
  address: StoryKey | null;
  words: StoryKey[];
}

/** Stored entries that have a key in common with one of these, with what is needed to compare them. */
export function listLikely(entries: readonly KeyedEntry[]): Promise<Map<number, number[]>> {
  return read(['storyKeys'], async (tx) => {
    const found = await Promise.all(
      entries.map(async ({ entryId, address, words }) => {
        const ranges = words.map(([hash, on]) =>
          IDBKeyRange.bound([hash, on - nearDays], [hash, on + nearDays]),
        );
        if (address) ranges.push(IDBKeyRange.bound([address[0]], [address[0], []]));
        const index = tx.objectStore('storyKeys').index('byKey');
        const ids = await Promise.all(ranges.map(async (range) => index.getAllKeys(range, mostFound)));
        return [entryId, [...new Set(ids.flat())].filter((id) => id !== entryId)] as const;
      }),
    );
    return new Map(found);
  });
}

/** Those of the entries that there are, with their texts. */
export function listWithTexts(ids: readonly number[]): Promise<Searchable[]> {
  return read(['entries', 'bodies', 'fullTexts'], async (tx) => {
    const rows = await loadEntries(tx, ids);
    const texts = await loadTexts(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((entry, at) => ({ entry, html: texts[at] ?? '' }));
  });
}

/** Two entries that tell one story. */
export type Pair = readonly [number, number];

/**
 * Stores what these entries can be found by and which of them are copies, in one transaction with how far that has come.
 * Gives the entries that the reader has read in another copy, and are unread: she need not read them again.
 */
export function storeStories(
  state: StoryState,
  rows: readonly StoryKeysRow[],
  pairs: readonly Pair[],
): Promise<number[]> {
  return write('poll', ['meta', 'storyKeys', 'entries'], async (tx) => {
    await tx.objectStore('meta').put({ key, value: state });
    const there = new Set(
      (
        await loadEntries(
          tx,
          rows.map(({ entryId }) => entryId),
        )
      ).map(({ id }) => id),
    );
    const kept = rows.filter(({ entryId }) => there.has(entryId));
    await Promise.all(kept.map(async (row) => tx.objectStore('storyKeys').put(row)));
    const known: number[] = [];
    for (const pair of pairs) known.push(...(await join(tx, pair)));
    return known;
  });
}

async function groupOf(tx: AnyTx, row: EntryRow): Promise<EntryRow[]> {
  if (row.story === undefined) return [row];
  return readable(await tx.objectStore('entries').index('byStory').getAll(row.story), asEntryRow);
}

/** Two of one feed are in one story only where they have one address: else nothing that leads there is believed. */
function contradict(left: readonly EntryRow[], right: readonly EntryRow[]): boolean {
  return left.some((a) =>
    right.some((b) => a.feedId === b.feedId && storyAddress(a.link) !== storyAddress(b.link)),
  );
}

async function join(tx: WriteTx, ids: Pair): Promise<number[]> {
  const [a, b] = await loadEntries(tx, ids);
  if (!a || !b || (a.story !== undefined && a.story === b.story)) return [];
  const [left, right] = await Promise.all([groupOf(tx, a), groupOf(tx, b)]);
  if (contradict(left, right)) return [];
  const all = [...left, ...right];
  const story = Math.min(...all.map((row) => row.story ?? row.id));
  await storeEntries(
    tx,
    all.map((row) => ({ ...row, story })),
  );
  if (!all.some((row) => row.readByHand)) return [];
  return all.filter((row) => row.read === 0 && row.unreadAt === 0).map(({ id }) => id);
}
