import { unwrap } from 'idb';
import type { Body, Entry } from '../model/entry';
import type { Feed } from '../model/feed';
import { bodySize } from './body-size';
import { countCadence, loadCadence } from './cadences';
import { countsFor, loadCounts, storeCounts } from './count-rows';
import { changeFeed, needFeed } from './feeds';
import { countMarks, type Edit, replaceRows } from './list-marks';
import { countUnread } from './mark-tally';
import { type Arrival, addNew, type NewEntry, putBeside, rowOf, unlessTaken } from './new-rows';
import { keepRevision } from './revisions';
import { asEntryRow } from './rows';
import type { EntryRow, StoreName, WriteTx } from './schema';
import { noteStale } from './search-index';
import { storeAlsoListed, storeListed } from './seen';
import type { Listing } from './seen-hashes';
import { maxPuts, writeFeed } from './shared-write';
import { noteToCompare } from './story-groups';
import { putRow } from './transaction';

/** What a feed may change in an entry that is stored. Never its place, nor whether it is read or starred. */
export type EntryContent = Pick<
  Entry,
  'title' | 'link' | 'altKey' | 'author' | 'snippet' | 'image' | 'contentHash' | 'updatedAt' | 'audio'
>;

export interface ChangedEntry {
  entryId: number;
  content: EntryContent;
  body: Omit<Body, 'entryId'>;
}

/** All that one check of a feed has to store. */
export interface CheckResult {
  feedId: number;
  patch: Partial<Feed>;
  /** In the document's order. */
  added?: readonly NewEntry[];
  changed?: readonly ChangedEntry[];
  /** Entries that go on under a new key: the feed changed its ids. Done before `added`. */
  adopted?: readonly { entryId: number; key: string }[];
  /** When it was found (ms): articles that are changed keep their earlier texts with it; without it they do not. */
  at?: number;
  /** Where the document was complete. */
  listing?: Listing;
  /** The disk is full: rows are stored, and their texts when a later check brings them again. */
  withoutBodies?: boolean;
  /** The keys of `added` were looked up before, and none was known. */
  areNew?: boolean;
}

type Step =
  | { puts: 1; do: 'adopt'; item: { entryId: number; key: string } }
  | { puts: 5; do: 'change'; item: ChangedEntry }
  | { puts: 2 | 3; do: 'add'; item: NewEntry; place: number };

/** The feed's row, its counts, the sums, its cadence and what it lists are written beside what is new. */
const ownPuts = 5;
const maxNewPuts = maxPuts - ownPuts;

/**
 * Stores what a check found: entries, bodies, counts and the feed's row in one transaction, in several when there are
 * more than 50 puts; then the row comes with the last, so that a kill in between leads to a full check again.
 * An entry whose key is known is not added but gets the new content, and keeps its marks and its place.
 * Gives the ids of the entries that were added, in the order of `added`. Throws no-such-feed, storage-full, storage-failed.
 */
export async function commitCheck(check: CheckResult): Promise<{ entryIds: number[] }> {
  const slices = slicesOf(stepsOf(check));
  const notes = notesOf(check, slices.length);
  const ids: { place: number; id: number }[] = [];
  for (const [at, slice] of slices.entries()) {
    const isLast = at === slices.length - 1;
    ids.push(
      ...(await commitSlice(isLast ? check : { ...check, patch: null }, slice, notes.get(at) ?? null)),
    );
  }
  return { entryIds: ids.sort((a, b) => a.place - b.place).map(({ id }) => id) };
}

type Note = (tx: WriteTx) => Promise<void>;

/**
 * What slices have to say of the document's listing, by place: the first says it all, also for a kill that leaves the
 * others out. Only what goes on under new keys stands under its old ones until the last. Nothing where it was not complete.
 */
function notesOf({ feedId, listing, adopted = [] }: CheckResult, slices: number): Map<number, Note> {
  if (!listing) return new Map();
  const listed: Note = (tx) => storeListed(tx, feedId, listing);
  if (slices === 1 || adopted.length === 0) return new Map([[0, listed]]);
  const alsoListed: Note = (tx) => storeAlsoListed(tx, feedId, listing);
  return new Map([
    [0, alsoListed],
    [slices - 1, listed],
  ]);
}

/** A document's first entry is stored last: of those with the same time it gets the highest id and stands on top. */
function stepsOf({ added = [], changed = [], adopted = [] }: CheckResult): Step[] {
  return [
    ...adopted.map((item): Step => ({ puts: 1, do: 'adopt', item })),
    ...changed.map((item): Step => ({ puts: 5, do: 'change', item })),
    ...added.map((item, place): Step => ({ puts: item.announce ? 3 : 2, do: 'add', item, place })).reverse(),
  ];
}

function slicesOf(steps: readonly Step[]): Step[][] {
  const slices: Step[][] = [[]];
  let puts = 0;
  for (const step of steps) {
    if (puts + step.puts > maxNewPuts) {
      slices.push([]);
      puts = 0;
    }
    slices.at(-1)?.push(step);
    puts += step.puts;
  }
  return slices;
}

/** What a transaction has done so far. */
interface Work extends Arrival {
  at: number | null;
  /** Rows that are to be put at its end, counted together. */
  edits: Edit[];
}

/** `patch` is null where the feed's row comes with a later slice. */
type Slice = Omit<CheckResult, 'patch'> & { patch: Partial<Feed> | null };

const always: readonly StoreName[] = ['entries', 'bodies', 'counts', 'cadences', 'outbox'];
/** What changes to stored entries take besides. */
const forChanges: readonly StoreName[] = ['journal', 'stale', 'revisions', 'toCompare'];

/**
 * Everything that waits for nothing is asked at once: every wait for an answer counts double while documents are being
 * parsed. What is read is asked for before rows are written, so that its answers come while those are.
 */
function commitSlice({ patch, ...check }: Slice, steps: readonly Step[], note: Note | null) {
  const { feedId, areNew = false } = check;
  const own: StoreName[] = ['feeds', ...(note ? (['seen'] as const) : [])];
  const puts = steps.reduce((sum, step) => sum + step.puts, ownPuts);
  const write = (isBlind: boolean, stores: readonly StoreName[]) => {
    const work = async (tx: WriteTx) => {
      const row = patch ? changeFeed(tx, feedId, (feed) => ({ ...feed, ...patch })) : needFeed(tx, feedId);
      const [ids] = await Promise.all([storeSteps(tx, check, steps, isBlind), row, note?.(tx)]);
      return ids;
    };
    return { feedId, stores: steps.length > 0 ? [...own, ...stores] : own, puts, work };
  };
  const careful = write(false, [...always, ...forChanges]);
  const isBlind = areNew && steps.length > 0 && steps.every((step) => step.do === 'add');
  return writeFeed(isBlind ? { ...write(true, always), instead: careful } : careful);
}

async function storeSteps(
  tx: WriteTx,
  { feedId, withoutBodies = false, at }: Omit<CheckResult, 'patch'>,
  steps: readonly Step[],
  isBlind: boolean,
) {
  if (steps.length === 0) return [];
  const work: Work = { feedId, withoutBodies, at: at ?? null, bodyBytes: 0, edits: [] };
  for (const step of steps) if (step.do === 'adopt') await adopt(tx, feedId, step.item);
  const places = steps.filter((step) => step.do === 'add');
  const items = places.map(({ item }) => item);
  const [tallies, rows] = await Promise.all([
    loadTallies(tx, feedId),
    isBlind ? addNew(tx, work, items) : Promise.all(items.map((item) => add(tx, work, item))),
    Promise.all(steps.map((step) => step.do === 'change' && change(tx, work, step.item))),
  ]);
  const added = rows.filter((row) => row !== null);
  // what edits change in the counts is not in what was asked before them
  await replaceRows(tx, work.edits);
  await countAdded(tx, work, added, work.edits.length > 0 ? await loadTallies(tx, feedId) : tallies);
  return places.flatMap(({ place }, i) => (rows[i] ? [{ place, id: rows[i].id }] : []));
}

async function adopt(tx: WriteTx, feedId: number, item: { entryId: number; key: string }): Promise<void> {
  const store = tx.objectStore('entries');
  const row = asEntryRow(await store.get(item.entryId));
  if (row?.feedId !== feedId) return;
  await unlessTaken(unwrap(store).put({ ...row, key: item.key }));
}

/** Stores the body; the row is added to the edits, since all of a transaction are counted together. */
async function change(tx: WriteTx, work: Work, { entryId, content, body }: ChangedEntry): Promise<void> {
  const row = asEntryRow(await tx.objectStore('entries').get(entryId));
  if (row?.feedId !== work.feedId) return;
  const { title, link, altKey, author, snippet, image, contentHash, updatedAt } = content;
  const fields = { title, link, altKey, author, snippet, image, updatedAt };
  if (work.withoutBodies) {
    // its old hash says that the new text is still to come
    work.edits.push({ before: row, after: { ...row, ...fields } });
    return;
  }
  const { bodyGone: _, audio: __, ...rest } = row;
  const bodyBytes = bodySize(body);
  work.bodyBytes += bodyBytes - (row.bodyBytes ?? 0);
  const kept = { ...rest, ...fields, contentHash, bodyBytes, ...(content.audio && { audio: content.audio }) };
  // without a hash only its state had been kept: that is no edit
  const isEdited = row.contentHash !== '' && row.contentHash !== contentHash;
  work.edits.push({ before: row, after: isEdited ? { ...kept, edited: 1 } : kept });
  if (isEdited && work.at !== null) await keepRevision(tx, row, work.at);
  putRow(tx, 'bodies', { ...body, entryId });
  await noteStale(tx, entryId, contentHash);
  if (isEdited) await noteToCompare(tx, entryId, contentHash);
}

/** The stored row, or null for one whose key was known: the unique index says so without a look-up before. */
async function add(tx: WriteTx, work: Work, item: NewEntry): Promise<EntryRow | null> {
  const { entry, body } = item;
  const store = tx.objectStore('entries');
  const row = rowOf(work, item);
  const id = await unlessTaken(unwrap(store).add(row));
  if (id !== null) return putBeside(tx, work, { ...row, id }, item);
  const known = await store.index('byKey').get([work.feedId, entry.key]);
  if (known?.id !== undefined && (known.contentHash !== entry.contentHash || known.bodyGone)) {
    await change(tx, work, { entryId: known.id, content: entry, body });
  }
  return null;
}

type Tallies = Awaited<ReturnType<typeof loadTallies>>;

/** What is counted of a feed. */
function loadTallies(tx: WriteTx, feedId: number) {
  return Promise.all([loadCounts(tx, [feedId]), loadCadence(tx, feedId)]);
}

async function countAdded(
  tx: WriteTx,
  work: Work,
  rows: readonly EntryRow[],
  [counts, cadence]: Tallies,
): Promise<void> {
  if (rows.length === 0 && work.bodyBytes === 0) return;
  const known = countsFor(counts, work.feedId).total;
  for (const row of counts.values()) {
    row.total += rows.length;
    for (const entry of rows) countMarks(row, entry, 1);
    for (const entry of rows) if (entry.read === 0) countUnread(row, entry, 1);
    row.starred += rows.filter((entry) => entry.starred === 1).length;
    row.bodyBytes = (row.bodyBytes ?? 0) + work.bodyBytes;
    row.newestArrival = rows.reduce((time, entry) => Math.max(time, entry.arrivedAt), row.newestArrival ?? 0);
  }
  await Promise.all([
    rows.length > 0 && countCadence(tx, work.feedId, rows, known, cadence),
    storeCounts(tx, counts.values()),
  ]);
}
