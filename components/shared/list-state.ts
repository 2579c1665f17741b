import { computed, signal } from '@preact/signals';
import { type EntryQuery, getEntries, listEntries } from '../../utils/db/entry-lists';
import type { Place } from '../../utils/db/newest';
import { tellReading } from '../../utils/messages/reading';
import type { Entry } from '../../utils/model/entry';
import type { Front } from '../../utils/model/front';
import { listMarks } from '../../utils/model/tag';
import { choose } from './chosen';
import { feedsInFolder, feedsStatus, loadFeeds } from './feeds-state';
import { painted } from './painted';
import { route } from './route';
import type { Scope } from './route-hash';
import { settings } from './settings-state';

/** Rows are read, drawn and compared by pages: a change of one article touches one page. */
const pageSize = 50;
/** More than a screen: what a list that opens shows first, while the rest of its first page is read. */
const screenful = 16;

export type Filter = 'unread' | 'all';

export const pages = signal<readonly (readonly Entry[])[]>([]);
export const listStatus = signal<'loading' | 'ready' | 'failed'>('loading');
export const exhausted = signal(false);
/** New articles that wait behind the pill. */
export const arrived = signal(0);
/** For feeds and folders; the smart views say by themselves what they hold. */
export const filter = signal<Filter>(localStorage.getItem('filter') === 'all' ? 'all' : 'unread');
/** Whether the reader looks at the top of the list, where new articles may come in without moving anything. */
export const atTop = signal(true);
/** When the first page was read, ms: what arrived since has not been seen. */
export const listedAt = signal(0);

/** What is shown is what the first frame showed: the database has yet to say so. */
export const isFront = signal(false);

export const entryCount = computed(() => pages.value.reduce((sum, page) => sum + page.length, 0));

let generation = 0;
/** The generation that the first frame's rows belong to. */
let frontAt = -1;
let reading = false;
/** The page that is read now, or was last. */
let underWay: Promise<void> = Promise.resolve();
/** Where the list goes on below what is shown. */
let next: Place | null = null;

function startOfToday(): number {
  return new Date().setHours(0, 0, 0, 0);
}

/** What the database is asked for. */
function queryOf(scope: Exclude<Scope, { kind: 'search' | 'told' }>): Omit<EntryQuery, 'limit' | 'after'> {
  if (scope.kind === 'feed') return { filter: filter.value, feedIds: [scope.id] };
  if (scope.kind === 'folder')
    return { filter: filter.value, feedIds: feedsInFolder(scope.id).map((feed) => feed.id) };
  if (scope.kind === 'tag') return { filter: 'marked', mark: scope.id };
  if (scope.kind === 'today') return { filter: 'all', since: startOfToday() };
  if (scope.kind === 'edited' || scope.kind === 'audio' || scope.kind === 'hidden')
    return { filter: 'marked', mark: listMarks[scope.kind] };
  return { filter: scope.kind };
}

/** Articles of a list, newest first, below `after`. */
export async function listOf(
  scope: Scope,
  page: Pick<EntryQuery, 'limit' | 'after'>,
): Promise<{ entries: Entry[]; next: Place | null }> {
  tellReading();
  if (scope.kind === 'told') {
    const { toldPage } = await import('./told-list');
    return toldPage(scope.id, page);
  }
  if (scope.kind !== 'search') {
    // what a feed brings is its own; everywhere else a story is one row
    const joined = settings.value.joinStories && scope.kind !== 'feed';
    const entries = await listEntries({ ...queryOf(scope), joined, ...page });
    const last = entries.length < page.limit ? undefined : entries.at(-1);
    return { entries, next: last ? { sortAt: last.sortAt, id: last.id } : null };
  }
  const { searchFor } = await import('./search-list');
  return searchFor(scope.text, page);
}

/** Reads the page below `after`; the first one where there is none. */
async function readPage(after?: Place): Promise<void> {
  const mine = generation;
  const started = Date.now();
  reading = true;
  try {
    if (route.value.scope.kind === 'folder' && feedsStatus.value === 'loading') await loadFeeds();
    const page = await listOf(route.value.scope, after ? { limit: pageSize, after } : { limit: screenful });
    if (mine !== generation) return;
    const above = after ? pages.value : [];
    pages.value = page.entries.length > 0 ? [...above, page.entries] : above;
    next = page.next;
    exhausted.value = next === null;
    if (!after) listedAt.value = started;
    listStatus.value = 'ready';
    isFront.value = false;
    if (!after && next) await fillFirstPage(mine, next);
  } catch {
    if (mine === generation) {
      listStatus.value = 'failed';
      isFront.value = false;
    }
  } finally {
    if (mine === generation) reading = false;
  }
}

/** Reads the rest of the first page once what there is of it has been painted. */
async function fillFirstPage(mine: number, after: Place): Promise<void> {
  await painted();
  if (mine !== generation) return;
  const rest = await listOf(route.value.scope, { limit: pageSize - screenful, after });
  if (mine !== generation) return;
  const [first = [], ...others] = pages.value;
  pages.value = [[...first, ...rest.entries], ...others];
  next = rest.next;
  exhausted.value = next === null;
}

/** Shows the rows that are kept until the database has answered. */
export function showRows({ rows }: Front): void {
  isFront.value = true;
  pages.value = [rows.map(({ entry }) => entry)];
  listStatus.value = 'ready';
}

/** Begins with the rows that the first frame showed; the list that opens takes them over. */
export function beginWithRows(front: Front): void {
  frontAt = generation;
  showRows(front);
}

/** Shows another list from its top. */
export function openList(): Promise<void> {
  if (frontAt !== generation) {
    pages.value = [];
    listStatus.value = 'loading';
    isFront.value = false;
  }
  generation++;
  return reloadList();
}

/** Reads the first page again, and drops the others. */
export function reloadList(): Promise<void> {
  generation++;
  arrived.value = 0;
  next = null;
  exhausted.value = false;
  underWay = readPage();
  return underWay;
}

/** Appends the next page, unless all are there; done when it is there, also where it was on its way already. */
export function moreEntries(): Promise<void> {
  if (!reading && next && listStatus.value === 'ready') underWay = readPage(next);
  return underWay;
}

/** Puts changed articles in the place of the old ones; none leaves, none moves. */
export function patchEntries(changed: readonly Entry[]): void {
  const byId = new Map(changed.map((entry) => [entry.id, entry]));
  const isSearch = route.value.scope.kind === 'search';
  const patch = (old: Entry) => {
    const entry = byId.get(old.id);
    // what a search found is shown in the place of the article's beginning
    return entry && isSearch ? { ...entry, snippet: old.snippet } : (entry ?? old);
  };
  pages.value = pages.value.map((page) =>
    page.some((entry) => byId.has(entry.id)) ? page.map(patch) : page,
  );
}

/** Takes articles out of the list: those of a feed that is no longer subscribed. */
export function dropEntries(isGone: (entry: Entry) => boolean): void {
  if (!pages.value.some((page) => page.some(isGone))) return;
  pages.value = pages.value
    .map((page) => page.filter((entry) => !isGone(entry)))
    .filter((page) => page.length > 0);
}

/**
 * Reads these articles anew where the list holds them; all that it holds when none are named, page by page, so that
 * ten thousand do not come at once.
 */
export async function refreshEntries(ids?: readonly number[]): Promise<void> {
  const mine = generation;
  const named = ids && new Set(ids);
  for (const page of pages.value) {
    const held = page.filter((entry) => !named || named.has(entry.id)).map((entry) => entry.id);
    if (held.length > 0) patchEntries(await getEntries(held));
    if (mine !== generation) return;
  }
}

/** The article with this id, where the list holds it. */
export function listedEntry(id: number): Entry | undefined {
  return pages.value.flat().find((entry) => entry.id === id);
}

/** The article `step` rows after the one with this id; the first or last row where there is none with that id. */
export function entryBeside(id: number | null, step: 1 | -1): Entry | undefined {
  const rows = pages.value.flat();
  const at = rows.findIndex((entry) => entry.id === id);
  return at < 0 ? rows[0] : rows[at + step];
}

/** Whether so many rows that were read come after the one with this id. */
export function isFollowed(id: number | null, rows: number): boolean {
  const last = pages.value.at(-1) ?? [];
  const at = last.findIndex((entry) => entry.id === id);
  return at < 0 ? last.length >= rows : last.length - 1 - at >= rows;
}

export function setFilter(next: Filter): void {
  filter.value = next;
  // some of them may not be seen any more
  choose(null);
  localStorage.setItem('filter', next);
  void openList();
}
