import { getImageBytes } from '../db/cached-images';
import { listLinksAfter } from '../db/entry-links';
import { getEntries } from '../db/entry-lists';
import { evictImages } from '../db/evict-images';
import { listFeeds } from '../db/feeds';
import { awaitKeeping, getNextKeepingAt, listAwaiting, listKept } from '../db/kept-entries';
import { getKeptUpTo, getLastEntryId, saveKeptUpTo } from '../db/kept-up-to';
import type { Input, Output } from '../messages/protocol';
import type { Feed } from '../model/feed';
import { ImageFinder } from './image-finder';
import { type Finders, keepEntry } from './keep-entry';
import { oneAtATime } from './one-at-a-time';
import { PageFinder } from './page-finder';
import type { World } from './world';

/** Articles in work at a time: their pictures are mostly of one host, which is asked for one after the other. */
const parallel = 3;
const pageSize = 500;

const inTurn = oneAtATime();
let waiting = 0;

/**
 * Fetches what is to be kept of what has arrived, the texts of pages and pictures, and what is to be tried again.
 * Killed in the middle, the next call goes on where it was. Never rejects.
 */
export async function keepOffline(world: World): Promise<void> {
  // One that waits will see all that this one would.
  if (waiting > 1) return;
  waiting++;
  await inTurn(() => keepAll(world)).catch(() => undefined);
  waiting--;
}

async function keepAll(world: World): Promise<void> {
  await lineUp(world);
  const now = world.now();
  if ((await getNextKeepingAt()) === null) return;
  const settings = await world.getSettings();
  const means = { images: new ImageFinder(world, settings), pages: new PageFinder(world) };
  const room = settings.offlineRoom * 1_000_000;
  await world.keepAlive(() => work(world, means, room));
  const next = await getNextKeepingAt();
  if (next !== null && next > now) await world.wakeBy({ at: next, everyMinutes: 30 }, world.now());
}

const isKept = ({ keepsOffline, fetchesFullText }: Feed) => keepsOffline === true || fetchesFullText === true;

/** Puts what arrived since the last time in the line, where its feed is kept. */
async function lineUp(world: World): Promise<void> {
  const upTo = await getKeptUpTo();
  const kept = (await listFeeds()).filter(isKept);
  if (kept.length === 0) return upTo === null ? undefined : saveKeptUpTo(null);
  // a backup or a list of feeds may have brought the choice
  let last = upTo ?? Math.max(0, (await getLastEntryId()) - pageSize);
  for (let page = await listLinksAfter(last, pageSize); page.length > 0; ) {
    for (const { id: feedId, keepsOffline = false } of kept) {
      const ids = page.filter((entry) => entry.feedId === feedId).map(({ id }) => id);
      if (ids.length > 0) await awaitKeeping(feedId, ids, world.now(), () => false, !keepsOffline);
    }
    last = page.at(-1)?.id ?? last;
    page = await listLinksAfter(last, pageSize);
  }
  if (last !== upTo) await saveKeptUpTo(last);
}

async function work(world: World, means: Finders, room: number): Promise<void> {
  const began = world.now();
  const seen = new Set<number>();
  for (;;) {
    const rows = (await listAwaiting(began, parallel + seen.size)).filter(
      ({ entryId }) => !seen.has(entryId),
    );
    if (rows.length === 0 || means.images.isCutOff || (await isFull(room))) return;
    for (const { entryId } of rows) seen.add(entryId);
    await Promise.all(rows.map((row) => keepEntry(world, row, means)));
    world.announce({ kind: 'kept' });
  }
}

/** Makes room; whether there is none left, because what is starred takes it all. */
async function isFull(room: number): Promise<boolean> {
  await evictImages(room);
  return (await getImageBytes()) >= room;
}

/** Saves the pictures of these articles now, before what else waits. */
export async function keepArticles(
  world: World,
  { entryIds }: Input<'keepArticles'>,
): Promise<Output<'keepArticles'>> {
  const entries = await getEntries(entryIds);
  for (const { id, feedId } of entries)
    await awaitKeeping(feedId, [id], world.now(), ({ missing }) => missing.length > 0);
  const settings = await world.getSettings();
  const means = { images: new ImageFinder(world, settings), pages: null };
  const rows = [...(await listKept(entryIds)).values()].filter(({ state }) => state === 'waiting');
  await world.keepAlive(() => Promise.all(rows.map((row) => keepEntry(world, row, means))));
  await evictImages(settings.offlineRoom * 1_000_000);
  return { kept: rows.length };
}
