import type { Entry } from '../model/entry';
import { searchedText } from '../search/article-text';
import { excerptOf } from '../search/marks';
import { toPlain } from '../search/plain';
import { planSearch, type SearchPlan } from '../search/plan';
import { type Doc, type DocTable, indexVersion } from '../search/segment';
import { hasTerm, termOf } from '../search/term';
import { allFeeds } from './count-rows';
import { idsWithMark } from './list-marks';
import type { Place } from './newest';
import { asEntryRow } from './rows';
import type { EntryRow, ReadTx, SegmentRow } from './schema';
import { acceptsRow, acceptsText, needsText } from './search-accept';
import { loadIndexState } from './search-index';
import { type Found, lateness, pageOf } from './search-page';
import { type Bounds, candidates, runOf } from './search-runs';
import { scanEntries } from './search-scan';
import { countEntries, loadTexts } from './search-source';
import { lookUpSight, type Sight, seen } from './sight';
import { read } from './transaction';

/** So many unread ids or fewer are read before the search; of more, enough are among what it finds. */
const fewUnread = 4000;

/** Characters of a title that are looked for before the reader asks for anything. */
const rehearsed = 4;

/** The articles of a segment never change: they are read once in a connection. */
const known = new WeakMap<object, Map<number, DocTable>>();

/**
 * Articles that the plan wants, newest first, after `after` only. Where a word is neither in the title nor in the
 * snippet, `snippet` is the passage that has it. What is not yet indexed is found only by plans without words.
 * A page ends early when it takes long, and says where the next one begins.
 */
export async function searchEntries(
  plan: SearchPlan,
  { limit, after }: { limit: number; after?: Place },
): Promise<Found> {
  if (plan.impossible || limit <= 0) return { entries: [], next: null };
  if (plan.wanted.length === 0) return scanEntries(plan, limit, after ?? null);
  return read(
    [
      'entries',
      'bodies',
      'fullTexts',
      'feeds',
      'counts',
      'journal',
      'meta',
      'segments',
      'segmentDocs',
      'postings',
    ],
    (tx) => searchIndex(tx, plan, limit, after ?? null),
  );
}

/**
 * Reads what every search looks at, so that the first one need not wait for it. Small pieces: none is in the way of a list.
 * Then looks for the newest article by how its title begins, and throws the answer away: what a first search costs more
 * than a second are stores that are opened, tables that are made, and code that was never run.
 */
export async function searchSoon(): Promise<void> {
  const segments = await read(['segments', 'meta'], loadSegments);
  const newestFirst = segments.sort((a, b) => b.newest - a.newest);
  for (const { id } of newestFirst) await read(['segmentDocs'], (tx) => tableOf(tx, id));
  const title = newestFirst[0] ? await read(['segmentDocs', 'entries'], newestTitle(newestFirst[0])) : '';
  const term = termOf(title.slice(0, rehearsed), { whole: false, not: false });
  const query = { words: term ? [term] : [], filters: [], unclear: [] };
  if (term) await searchEntries(planSearch(query, { feeds: [], folders: [], tags: [] }), { limit: 1 });
}

const newestTitle = (row: SegmentRow) => async (tx: ReadTx) => {
  const id = (await tableOf(tx, row.id))?.ids[0];
  return id === undefined ? '' : (asEntryRow(await tx.objectStore('entries').get(id))?.title ?? '');
};

/** How many articles can be found, of how many; and bytes of the index, and of the texts in it. */
export async function getSearchProgress(): Promise<{
  indexed: number;
  total: number;
  bytes: number;
  textBytes: number;
}> {
  const [segments, total] = await Promise.all([read(['segments', 'meta'], loadSegments), countEntries()]);
  const sum = (of: (row: SegmentRow) => number) => segments.reduce((all, row) => all + of(row), 0);
  const indexed = Math.min(
    total,
    sum((row) => row.docs - row.dead.length),
  );
  return { indexed, total, bytes: sum((row) => row.bytes), textBytes: sum((row) => row.textBytes) };
}

async function loadSegments(tx: ReadTx): Promise<SegmentRow[]> {
  const [state, rows] = await Promise.all([loadIndexState(tx), tx.objectStore('segments').getAll()]);
  return state?.version === indexVersion ? rows : [];
}

async function searchIndex(tx: ReadTx, plan: SearchPlan, limit: number, below: Place | null): Promise<Found> {
  const [sight, segments, ids] = await Promise.all([lookUpSight(tx), loadSegments(tx), idsOf(tx, plan)]);
  const bounds: Bounds = { ...plan, removed: sight.removed, ids, below };
  const open = async (row: SegmentRow) => {
    const table = await tableOf(tx, row.id);
    return table ? runOf(tx, row, table, plan, bounds) : null;
  };
  const before = Math.min(plan.before, below ? below.sortAt + 1 : plan.before);
  const near = segments.filter((row) => row.newest >= plan.after && row.oldest < before);
  const isLate = lateness();
  const found: Entry[] = [];
  for await (const docs of candidates(near, open, limit)) {
    found.push(...(await accept(tx, plan, { docs, most: limit - found.length }, sight)));
    if (found.length >= limit) return pageOf(found, limit);
    const last = docs.at(-1);
    if (last && isLate(found)) return { entries: found, next: { sortAt: last.sortAt, id: last.id } };
  }
  return { entries: found, next: null };
}

async function tableOf(tx: ReadTx, segment: number): Promise<DocTable | undefined> {
  const tables = known.get(tx.db) ?? new Map<number, DocTable>();
  known.set(tx.db, tables);
  const table = tables.get(segment) ?? (await tx.objectStore('segmentDocs').get(segment));
  if (table) tables.set(segment, table);
  return table;
}

/** Entries by their states, where that is quicker than to look at each that the words are in. */
async function idsOf(tx: ReadTx, plan: SearchPlan): Promise<Set<number>[]> {
  const entries = tx.objectStore('entries');
  const marked = plan.marks
    .filter(({ not }) => !not)
    .map(async ({ marks }) => (await Promise.all(marks.map((mark) => idsWithMark(tx, mark)))).flat());
  const starred = plan.starred ? entries.index('byStar').getAllKeys() : null;
  const sums = plan.unread ? await tx.objectStore('counts').get(allFeeds) : undefined;
  const isFew = sums !== undefined && sums.unread <= fewUnread;
  // the index of unread may hold rows of a mark-all that is under way, and those of feeds in the bin
  const unread = isFew
    ? entries.index('byRead').getAllKeys(IDBKeyRange.bound([0], [0, []]), fewUnread * 2)
    : null;
  const lists = await Promise.all([starred, unread, ...marked]);
  const useful = lists.filter((list, at) => list !== null && !(at === 1 && list.length === fewUnread * 2));
  return useful.map((list) => new Set(list));
}

/** Of the candidates the first `most` that are there and are what is wanted, with the passage that was found. */
async function accept(
  tx: ReadTx,
  plan: SearchPlan,
  { docs, most }: { docs: readonly Doc[]; most: number },
  { removed, counts }: Sight,
): Promise<Entry[]> {
  const ids = docs.map(({ id }) => id);
  const isCompared = needsText(plan);
  // asked for at once: one way to the database and back, not two
  const [stored, texts] = await Promise.all([
    Promise.all(ids.map((id) => tx.objectStore('entries').get(id))),
    isCompared ? textsOf(tx, ids) : new Map<number, string>(),
  ]);
  const rows = stored.map(asEntryRow).flatMap((row) => {
    if (!row || removed.has(row.feedId)) return [];
    const isRead = seen(row, counts).read;
    return acceptsRow(plan, { ...row, read: isRead }) ? [row] : [];
  });
  const accepted = rows.filter((row) => !isCompared || acceptsText(plan, row, texts.get(row.id) ?? ''));
  const shown = accepted.slice(0, most);
  const hidden = isCompared ? [] : shown.filter((row) => !showsAll(plan, row));
  const html = isCompared
    ? texts
    : await textsOf(
        tx,
        hidden.map(({ id }) => id),
      );
  return shown.map((row) => seen({ ...row, snippet: passage(plan, row, html.get(row.id)) }, counts));
}

async function textsOf(tx: ReadTx, ids: readonly number[]): Promise<Map<number, string>> {
  const texts = await loadTexts(tx, ids);
  return new Map(ids.map((id, at) => [id, texts[at] ?? '']));
}

/** Whether the title and the snippet have all that was looked for. */
function showsAll({ wanted }: SearchPlan, row: EntryRow): boolean {
  const shown = toPlain(`${row.title}\n${row.snippet}`).text;
  return wanted.every(({ term, feedIds }) => feedIds.has(row.feedId) || hasTerm(term, shown));
}

function passage(plan: SearchPlan, row: EntryRow, html: string | undefined): string {
  if (html === undefined || html === '' || showsAll(plan, row)) return row.snippet;
  const shown = toPlain(`${row.title}\n${row.snippet}`).text;
  const missing = plan.wanted.map(({ term }) => term).filter((term) => !hasTerm(term, shown));
  return excerptOf(missing, searchedText({ ...row, title: '', author: '' }, html).trim()) ?? row.snippet;
}
