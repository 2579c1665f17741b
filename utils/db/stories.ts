import type { StoryKey } from '../stories/story-keys';
import { loadEntries } from './entry-rows';
import type { StoryKeysRow } from './schema';
import { loadTexts, type Searchable } from './search-source';
import { forgetCompared, type JoinRules, join, membersOf, type Pair, partAll } from './story-groups';
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

/**
 * The next entries that were changed since they were compared, with the hash of the change; and all that stand in one
 * story with them. Null where there are none.
 */
export function listChanged(
  limit: number,
): Promise<{ known: Map<number, string>; found: Searchable[]; groups: number[][] } | null> {
  return read(['entries', 'bodies', 'fullTexts', 'toCompare'], async (tx) => {
    const store = tx.objectStore('toCompare');
    const [ids, hashes] = await Promise.all([store.getAllKeys(null, limit), store.getAll(null, limit)]);
    if (ids.length === 0) return null;
    const rows = await loadEntries(tx, ids);
    const groups = await membersOf(tx, rows);
    const texts = await loadTexts(
      tx,
      rows.map(({ id }) => id),
    );
    return {
      known: new Map(ids.map((id, at) => [id, hashes[at] ?? ''])),
      found: rows.map((entry, at) => ({ entry, html: texts[at] ?? '' })),
      groups,
    };
  });
}

/** What a comparison came to. */
export interface Compared {
  /** What these entries can be found by. */
  rows: readonly StoryKeysRow[];
  /** Which are copies of one story. */
  pairs: readonly Pair[];
  /** Stories that are put together anew from the pairs, by their members. */
  groups?: readonly (readonly number[])[];
  /** Changes of entries that it knows: not those that came since. */
  known?: ReadonlyMap<number, string>;
  /** Feeds whose articles have rows of their own. */
  apart: ReadonlySet<number>;
}

/**
 * Stores what these entries can be found by and which of them are copies, in one transaction with how far that has come.
 * Gives the entries that the reader has read in another copy, and are unread: she need not read them again.
 */
export function storeStories(state: StoryState, compared: Compared): Promise<number[]> {
  const { rows, pairs, groups = [], known = new Map<number, string>(), apart } = compared;
  return write('poll', ['meta', 'storyKeys', 'entries', 'toCompare'], async (tx) => {
    await tx.objectStore('meta').put({ key, value: state });
    const all = await loadEntries(
      tx,
      rows.map(({ entryId }) => entryId),
    );
    const there = new Set(all.map(({ id }) => id));
    const kept = rows.filter(({ entryId }) => there.has(entryId));
    await Promise.all(kept.map(async (row) => tx.objectStore('storyKeys').put(row)));
    await forgetCompared(tx, known);
    const rules: JoinRules = { before: await partAll(tx, groups), changed: known, apart };
    const read: number[] = [];
    for (const pair of pairs) read.push(...(await join(tx, pair, rules)));
    return read;
  });
}
