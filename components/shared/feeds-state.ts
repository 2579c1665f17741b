import { computed, effect, signal } from '@preact/signals';
import { listCounts } from '../../utils/db/counts';
import { listFeeds } from '../../utils/db/feeds';
import { listFolders } from '../../utils/db/folders';
import type { Feed, FeedCounts, Folder } from '../../utils/model/feed';
import { type FeedFace, faceOf } from '../../utils/model/feed-face';
import type { Front } from '../../utils/model/front';
import { now } from './clock';

export const feeds = signal<readonly Feed[]>([]);
export const folders = signal<readonly Folder[]>([]);
export const counts = signal<ReadonlyMap<number, FeedCounts>>(new Map());
export const feedsStatus = signal<'loading' | 'ready' | 'failed'>('loading');

export const feedsById = computed(() => new Map(feeds.value.map((feed) => [feed.id, feed])));
/** What the first frame showed, until the feeds are read. */
const front = signal<{ unread: number; faces: ReadonlyMap<number, FeedFace> }>({
  unread: 0,
  faces: new Map(),
});
export const unreadTotal = computed(() =>
  feedsStatus.value === 'loading' ? front.value.unread : sumCounts(feeds.value, 'unread'),
);
/** Feeds that seem to work, but one of whose addresses is at fault, or has moved. */
export const staleIds = signal<ReadonlySet<number>>(new Set());
/** Feeds that bring nothing, and those. */
export const troubledFeeds = computed(() =>
  feeds.value.filter((feed) => feed.problem !== null || staleIds.value.has(feed.id)),
);
export const feedsWithoutAccess = computed(() =>
  feeds.value.filter((feed) => feed.problem?.kind === 'permission-missing'),
);
/** When any feed was last asked, in ms; null before the first time. */
export const lastCheckedAt = computed(() =>
  feeds.value.reduce<number | null>((latest, { lastCheck }) => {
    if (lastCheck === null) return latest;
    return latest === null ? lastCheck.at : Math.max(latest, lastCheck.at);
  }, null),
);

/** Unread, starred or all articles of these feeds. */
export function sumCounts(of: readonly Feed[], which: 'unread' | 'starred' | 'total'): number {
  return of.reduce((sum, feed) => sum + (counts.value.get(feed.id)?.[which] ?? 0), 0);
}

/** Articles of all feeds with a tag, by its id, or with another mark of `listMarks`. */
export function markCount(mark: number): number {
  return sumMarks(mark, 'marked');
}

/** Those of them that are unread. */
export function unreadMarkCount(mark: number): number {
  return sumMarks(mark, 'unreadMarked');
}

function sumMarks(mark: number, which: 'marked' | 'unreadMarked'): number {
  return feeds.value.reduce((sum, feed) => sum + (counts.value.get(feed.id)?.[which]?.[mark] ?? 0), 0);
}

/** Feeds in a folder and in all folders below it. */
export function feedsInFolder(folderId: number): Feed[] {
  const inside = new Set([folderId]);
  let grown = true;
  while (grown) {
    const before = inside.size;
    for (const folder of folders.value)
      if (folder.parentId !== null && inside.has(folder.parentId)) inside.add(folder.id);
    grown = inside.size > before;
  }
  return feeds.value.filter((feed) => feed.folderId !== null && inside.has(feed.folderId));
}

const noFace: FeedFace = {
  name: '',
  language: '',
  privateHosts: [],
  images: null,
  script: null,
  hiding: null,
};

let lastFaces: { text: string; byId: ReadonlyMap<number, FeedFace> } = { text: '', byId: new Map() };

/** Stays the same object while no name changes: feeds are read anew at every mark, thousands of rows need not be. */
const feedFaces = computed(() => {
  const faces = feeds.value.map((feed): [number, FeedFace] => [feed.id, faceOf(feed)]);
  const text = JSON.stringify(faces);
  if (text !== lastFaces.text) lastFaces = { text, byId: new Map(faces) };
  return lastFaces.byId;
});

export function feedFace(feedId: number): FeedFace {
  return feedFaces.value.get(feedId) ?? front.value.faces.get(feedId) ?? noFace;
}

/** Whether the feed's row has been read, and what its reader wants of it is therefore known. */
export function isFeedKnown(feedId: number): boolean {
  return feedFaces.value.has(feedId);
}

/** Begins with what the first frame showed. */
export function beginWithFaces({ unread, rows }: Front): void {
  front.value = { unread, faces: new Map(rows.map(({ entry, face }) => [entry.feedId, face])) };
}

/** Reads feeds, folders and counts anew. A failure keeps what is shown. */
export async function loadFeeds(): Promise<void> {
  try {
    const [feedRows, folderRows, countRows] = await Promise.all([listFeeds(), listFolders(), listCounts()]);
    feeds.value = feedRows;
    folders.value = folderRows;
    counts.value = countRows;
    feedsStatus.value = 'ready';
  } catch {
    if (feedsStatus.value === 'loading') feedsStatus.value = 'failed';
  }
}

/** Reads the counts anew, which is all that marks change. */
export async function loadCounts(): Promise<void> {
  const read = await listCounts().catch(() => null);
  if (read && feedsStatus.value === 'ready') counts.value = read;
}

/** Keeps `staleIds` true from now on. What judges is fetched apart: nobody waits for it. */
export async function followHealth(): Promise<void> {
  const { healthGroup } = await import('../../utils/schedule/health');
  effect(() => {
    const stale = feeds.value.filter((feed) => healthGroup(feed, now.value) === 'stale').map(({ id }) => id);
    const before = staleIds.peek();
    if (stale.length !== before.size || stale.some((id) => !before.has(id))) staleIds.value = new Set(stale);
  });
}
