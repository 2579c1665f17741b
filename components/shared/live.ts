import { getEntries } from '../../utils/db/entry-lists';
import { watchChanges } from '../../utils/messages/changes';
import type { Change } from '../../utils/messages/protocol';
import { feedsById, feedsInFolder, loadCounts, loadFeeds } from './feeds-state';

import { arrived, atTop, dropEntries, entryCount, exhausted, refreshEntries, reloadList } from './list-state';
import { patchReading, reading } from './reading-state';
import { progress } from './refreshing';
import { route } from './route';
import { loadTags } from './tags-state';

/**
 * A poll of hundreds of feeds tells of each; reading feeds and counts a few times a second is enough, and once a second
 * while it runs: hundreds of rows are drawn anew each time, in Firefox on the thread that polls.
 */
const restMs = 150;
const restBesidePollMs = 1000;
let wanted: 'nothing' | 'counts' | 'feeds' = 'nothing';
let loadedAt = Number.NEGATIVE_INFINITY;

function load(): void {
  const isOnlyCounts = wanted === 'counts';
  wanted = 'nothing';
  loadedAt = performance.now();
  if (isOnlyCounts) void loadCounts();
  else void loadFeeds().then(() => dropEntries((entry) => !feedsById.value.has(entry.feedId)));
}

function loadSoon(what: 'counts' | 'feeds'): void {
  const isPolling = progress.value !== null;
  const rested = performance.now() - loadedAt;
  if (wanted === 'nothing')
    setTimeout(load, isPolling ? Math.max(restMs, restBesidePollMs - rested) : restMs);
  if (wanted !== 'feeds') wanted = what;
}

async function followMarks(ids?: readonly number[]): Promise<void> {
  if (!ids && entryCount.value === 0) await reloadList();
  else await refreshEntries(ids);
  const open = reading.value?.entry.id;
  if (open !== undefined && (!ids || ids.includes(open))) patchReading(await getEntries([open]));
}

/** Two rows become one where nothing jumps by it; else the rows say it. */
function followJoined(ids: readonly number[]): Promise<void> {
  return atTop.value && !reading.value ? reloadList() : followMarks(ids);
}

function isInView(feedId: number): boolean {
  const { scope } = route.value;
  if (!['unread', 'all', 'today', 'feed', 'folder'].includes(scope.kind)) return false;
  if (scope.kind === 'feed') return scope.id === feedId;
  return scope.kind !== 'folder' || feedsInFolder(scope.id).some((feed) => feed.id === feedId);
}

/** New articles wait behind the pill, so that nothing jumps; an empty list has nothing that could. */
function noteArrival(feedId: number, count: number): void {
  if (!isInView(feedId)) return;
  if (entryCount.value === 0) void reloadList();
  else arrived.value += count;
}

/** More can be found than before: a page of results that is not full may get more. */
async function followIndex(): Promise<void> {
  if (route.value.scope.kind !== 'search') return;
  const { readProgress } = await import('./search-list');
  await readProgress();
  if (exhausted.value && atTop.value) await reloadList();
}

function follow(change: Change): void {
  if (change.kind === 'progress') progress.value = { done: change.done, total: change.total };
  else if (change.kind === 'settled') progress.value = null;
  else if (change.kind === 'entries') void followMarks(change.entryIds);
  else if (change.kind === 'joined') void followJoined(change.entryIds);
  else if (change.kind === 'lists') void followMarks();
  else if (change.kind === 'indexed') void followIndex();
  else if (change.kind === 'arrived') noteArrival(change.feedId, change.count);
  if (change.kind === 'tags') void loadTags();
  if (change.kind === 'icons') void import('./load-icons').then(({ loadIcons }) => loadIcons());
  // a mark changes no feed, and with a key held there are thirty a second
  if (!['progress', 'kept', 'indexed', 'icons'].includes(change.kind))
    loadSoon(change.kind === 'entries' ? 'counts' : 'feeds');
}

/** Keeps what the page shows true while the background and other pages change things. */
export function startLive(): void {
  watchChanges(follow);
}
