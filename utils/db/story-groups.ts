import { storyAddress } from '../stories/story-address';
import { loadEntries, storeEntries } from './entry-rows';
import { asEntryRow, readable } from './rows';
import type { AnyTx, EntryRow, WriteTx } from './schema';

/** Two entries that tell one story. */
export type Pair = readonly [number, number];

/** Of more members a story is left as it is: it is no story but a feed that gives all its articles one address. */
const mostTogether = 24;

/** Notes in a transaction over `toCompare` that an entry says something else than when it was compared. */
export async function noteToCompare(tx: WriteTx, entryId: number, hash: string): Promise<void> {
  await tx.objectStore('toCompare').put(hash, entryId);
}

export async function forgetCompared(tx: WriteTx, known: ReadonlyMap<number, string>): Promise<void> {
  const store = tx.objectStore('toCompare');
  for (const [id, hash] of known) if ((await store.get(id)) === hash) await store.delete(id);
}

async function groupOf(tx: AnyTx, row: EntryRow): Promise<EntryRow[]> {
  if (row.story === undefined) return [row];
  return readable(await tx.objectStore('entries').index('byStory').getAll(row.story), asEntryRow);
}

/** The members of the stories that these rows stand in, a story at a time; none of those with too many. */
export async function membersOf(tx: AnyTx, rows: readonly EntryRow[]): Promise<number[][]> {
  const byStory = new Map(
    rows.flatMap((row) => (row.story === undefined ? [] : [[row.story, row] as const])),
  );
  const groups = await Promise.all(Array.from(byStory.values(), (row) => groupOf(tx, row)));
  return groups
    .filter(({ length }) => length > 1 && length <= mostTogether)
    .map((group) => group.map(({ id }) => id));
}

/** Takes the members of these stories apart. Gives the story that each stood in. */
export async function partAll(
  tx: WriteTx,
  groups: readonly (readonly number[])[],
): Promise<Map<number, number>> {
  const rows = groups.length === 0 ? [] : await loadEntries(tx, groups.flat());
  await storeEntries(
    tx,
    rows.map(({ story: _, ...row }) => row),
  );
  return new Map(rows.flatMap(({ id, story }) => (story === undefined ? [] : [[id, story] as const])));
}

/** Two of one feed are in one story only where they have one address: else nothing that leads there is believed. */
function contradict(left: readonly EntryRow[], right: readonly EntryRow[]): boolean {
  return left.some((a) =>
    right.some((b) => a.feedId === b.feedId && storyAddress(a.link) !== storyAddress(b.link)),
  );
}

/** What decides whether the reader has read a story already that a join makes one. */
export interface JoinRules {
  /** The stories in which entries stood before: with whom they stood together, nothing is new. */
  before: ReadonlyMap<number, number>;
  /** Entries that say something else than what the reader may have read. */
  changed: ReadonlyMap<number, string>;
  /** Feeds whose articles have rows of their own: neither read with others, nor others with them. */
  apart: ReadonlySet<number>;
}

/** Makes two entries, with all that stand with them, one story. Gives those that the reader has read in another copy. */
export async function join(tx: WriteTx, ids: Pair, rules: JoinRules): Promise<number[]> {
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
  return readElsewhere(all, rules);
}

function readElsewhere(all: readonly EntryRow[], { before, changed, apart }: JoinRules): number[] {
  const stories = new Set(all.map(({ id }) => before.get(id)));
  if (stories.size === 1 && !stories.has(undefined)) return [];
  const together = all.filter(({ feedId }) => !apart.has(feedId));
  if (!together.some((row) => row.readByHand && !changed.has(row.id))) return [];
  return together.filter((row) => row.read === 0 && row.unreadAt === 0).map(({ id }) => id);
}
