import type { Feed } from '../model/feed';
import { ProblemError } from '../model/problem';
import { countsFor, loadCounts, storeCounts } from './count-rows';
import { needFeed } from './feeds';
import { dropMerge, homesOf, loadMerge, loadPastMerges, type Merge, storeMerge } from './merge-state';
import { asFeed } from './rows';
import type { WriteTx } from './schema';
import { loadSeen } from './seen';
import { goneList, nothingSeen, withGoneList } from './seen-hashes';
import { read, write } from './transaction';

/** A feed has no more addresses. */
const maxSources = 20;

/** The merge that is under way, or being taken back; null for none. */
export function getMerge(): Promise<Merge | null> {
  return read(['meta'], loadMerge);
}

/** The merges that can be taken back, the last one first. */
export async function listMerges(): Promise<Pick<Merge, 'id' | 'from' | 'into'>[]> {
  const merges = await read(['meta'], loadPastMerges);
  return merges.map(({ id, from, into }) => ({ id, from, into })).reverse();
}

const stores: Parameters<typeof write>[1] = ['feeds', 'counts', 'seen', 'meta'];

/**
 * Begins to make one subscription of two, at `now` (ms): `into` gets the addresses and tombstones of `from`, which goes
 * into the bin. Null, and nothing done, while one of them is being checked, or another merge is under way. Throws no-such-feed.
 */
export function beginMerge(from: number, into: number, now: number): Promise<Merge | null> {
  return write('reader', stores, async (tx) => {
    const [old, feed, other, past] = await Promise.all([
      needFeed(tx, from),
      needFeed(tx, into),
      loadMerge(tx),
      loadPastMerges(tx),
    ]);
    const isThere = from !== into && old.removedAt === null && feed.removedAt === null;
    if (!isThere) throw new ProblemError({ kind: 'no-such-feed', feedId: from });
    if (other || old.leaseUntil > now || feed.leaseUntil > now) return null;
    const known = new Set(feed.sources.map(({ url }) => url));
    const added = old.sources.filter(({ url }) => !known.has(url)).slice(0, maxSources - known.size);
    const id = Math.max(Math.floor(now), (past.at(-1)?.id ?? 0) + 1);
    const urls = added.map(({ url }) => url);
    const merge: Merge = { id, from, into, state: 'open', urls, moved: [], united: [] };
    await Promise.all([
      storeFeeds(tx, { ...old, removedAt: now }, { ...feed, sources: [...feed.sources, ...added] }),
      countInBin(tx, from, true),
      uniteGone(tx, from, into, now),
      storeMerge(tx, merge),
    ]);
    return merge;
  });
}

/** Says that all entries are where they belong. */
export function endMerge(id: number): Promise<void> {
  return write('reader', ['meta'], async (tx) => {
    const merge = await loadMerge(tx);
    if (merge?.id === id && merge.state === 'open') await storeMerge(tx, { ...merge, state: 'done' });
  });
}

/**
 * Begins to take one back, the last or an earlier one. Null, and nothing done, while another is under way. Throws
 * nothing-to-undo: it was taken back already, or the feed is gone for good.
 */
export function beginUnmerge(id: number): Promise<Merge | null> {
  return write('reader', ['feeds', 'meta'], async (tx) => {
    if (await loadMerge(tx)) return null;
    const merge = (await loadPastMerges(tx)).find((past) => past.id === id);
    const feed = merge && (await tx.objectStore('feeds').get(merge.from));
    if (!merge || feed?.removedAt == null) throw new ProblemError({ kind: 'nothing-to-undo' });
    const undoing: Merge = { ...merge, state: 'undoing' };
    await storeMerge(tx, undoing);
    return undoing;
  });
}

/** The second subscription is there again with its addresses. False, and nothing done, while one is being checked. */
export function endUnmerge({ id, from }: Merge, now: number): Promise<boolean> {
  return write('reader', ['feeds', 'folders', 'counts', 'seen', 'meta'], async (tx) => {
    const merge = await loadMerge(tx);
    if (merge?.id !== id) return true;
    const old = await needFeed(tx, from);
    const homes = await loadHomes(tx, merge);
    if (homes.some(({ feed }) => feed.removedAt === null && feed.leaseUntil > now)) return false;
    const folders = new Set(await tx.objectStore('folders').getAllKeys());
    const folderId = old.folderId !== null && folders.has(old.folderId) ? old.folderId : null;
    await Promise.all([
      storeFeeds(
        tx,
        { ...old, removedAt: null, folderId },
        ...homes.map(({ feed, urls }) => withoutSources(feed, urls)),
      ),
      countInBin(tx, from, false),
      uniteAllGone(tx, homes, from, now),
      dropMerge(tx, id),
    ]);
    return true;
  });
}

/** The feeds that its articles are in, with the addresses that they got by it. */
async function loadHomes(tx: WriteTx, merge: Merge): Promise<{ feed: Feed; urls: string[] }[]> {
  const homes = await homesOf(tx, merge);
  const feeds = await Promise.all(homes.map(({ into }) => tx.objectStore('feeds').get(into)));
  return homes.flatMap(({ urls }, i) => {
    const feed = asFeed(feeds[i]);
    return feed ? [{ feed, urls }] : [];
  });
}

/** The address that is asked stays the same, if it is still there; the last one stays whatever it is. */
function withoutSources(feed: Feed, urls: readonly string[]): Feed {
  const left = feed.sources.filter(({ url }) => !urls.includes(url));
  const sources = left.length > 0 ? left : feed.sources;
  const asked = feed.sources[feed.activeSource ?? 0]?.url;
  const activeSource = Math.max(
    0,
    sources.findIndex(({ url }) => url === asked),
  );
  return { ...feed, sources, activeSource };
}

async function storeFeeds(tx: WriteTx, ...feeds: Feed[]): Promise<void> {
  await Promise.all(feeds.map(async (feed) => tx.objectStore('feeds').put(feed)));
}

async function countInBin(tx: WriteTx, feedId: number, isInBin: boolean): Promise<void> {
  const counts = await loadCounts(tx, [feedId]);
  const row = countsFor(counts, feedId);
  if (isInBin) row.inBin = 1;
  else delete row.inBin;
  await storeCounts(tx, counts.values());
}

async function uniteAllGone(
  tx: WriteTx,
  homes: readonly { feed: Feed }[],
  from: number,
  now: number,
): Promise<void> {
  for (const { feed } of homes) await uniteGone(tx, feed.id, from, now);
}

/** What was pruned of one comes back in neither. When the other begins, its own documents say. */
async function uniteGone(tx: WriteTx, from: number, into: number, now: number): Promise<void> {
  const [old, seen] = await Promise.all([loadSeen(tx, from), loadSeen(tx, into)]);
  if (!old || old.gone.length === 0) return;
  const list = { ...goneList(old), prunedTo: 0, begins: 0 };
  await tx.objectStore('seen').put(withGoneList(seen ?? nothingSeen(into), list, now));
}
