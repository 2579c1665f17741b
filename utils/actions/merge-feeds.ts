import { listKnownEntries } from '../db/known-entries';
import { finishMarkAll } from '../db/mark-all';
import { beginMerge, beginUnmerge, endMerge, endUnmerge, getMerge } from '../db/merge-feeds';
import { bringHome, listArrivedSince } from '../db/merge-home';
import { bringBack, bringOver, listEntryIds, mergeSlice } from '../db/merge-slices';
import type { Merge } from '../db/merge-state';
import type { Input, Output } from '../messages/protocol';
import { feedsChanged } from './feeds-changed';
import { matchEntries } from './match-entries';
import type { World } from './world';

const checkRestMs = 500;

/**
 * Makes one subscription of two: `into` gets the addresses and the articles of `feedId`, each article once and with the
 * marks of both; `feedId` goes into the bin. `undoMerge` takes it back. Throws no-such-feed.
 */
export async function mergeFeeds(
  world: World,
  { feedId, into }: Input<'mergeFeeds'>,
): Promise<Output<'mergeFeeds'>> {
  await finishMerge(world);
  // what only a watermark has read says so itself then
  await finishMarkAll();
  let merge = await beginMerge(feedId, into, world.now());
  while (!merge) {
    await world.pause(checkRestMs);
    await finishMerge(world);
    merge = await beginMerge(feedId, into, world.now());
  }
  const { id } = merge;
  await world.keepAlive(() => finishMerge(world));
  return { feedId: into, undoId: id };
}

/**
 * Takes a merge back, as long as the feed is in the bin: articles go home, also from feeds that have taken in the one they
 * went into, and what its addresses have sent since goes with them; marks that came by it go, but what was read since is
 * read in both. Throws nothing-to-undo.
 */
export async function undoMerge(world: World, { undoId }: Input<'undoMerge'>): Promise<Output<'undoMerge'>> {
  await finishMerge(world);
  await finishMarkAll();
  let merge = await beginUnmerge(undoId);
  while (!merge) {
    await world.pause(checkRestMs);
    await finishMerge(world);
    merge = await beginUnmerge(undoId);
  }
  const { from } = merge;
  await world.keepAlive(() => finishMerge(world));
  return { feedId: from };
}

/** Goes on with what a kill has cut off; nothing where all is done. */
export async function finishMerge(world: World): Promise<void> {
  const merge = await getMerge();
  if (!merge) return;
  if (merge.state === 'open') await finish(world, merge);
  else await finishUndo(world, merge);
  await feedsChanged(world);
  world.announce({ kind: 'lists' });
}

async function finish(world: World, merge: Merge): Promise<void> {
  const done = new Set(merge.united.map(({ from }) => from));
  const ids = (await listEntryIds(merge.from)).filter((id) => !done.has(id));
  const twins = await findTwins(merge);
  for (let at = 0; at < ids.length; at += mergeSlice)
    await bringOver(ids.slice(at, at + mergeSlice), twins, world.now());
  await endMerge(merge.id);
}

async function finishUndo(world: World, merge: Merge): Promise<void> {
  while (await bringBack(mergeSlice, world.now()));
  await bringRestHome(world);
  while (!(await endUnmerge(merge, world.now()))) {
    await world.pause(checkRestMs);
    await bringRestHome(world);
  }
}

async function bringRestHome(world: World): Promise<void> {
  const ids = await listArrivedSince();
  for (let at = 0; at < ids.length; at += mergeSlice)
    await bringHome(ids.slice(at, at + mergeSlice), world.now());
}

/** Which articles both have under different keys, as a check of one feed at two addresses would find. */
async function findTwins({ from, into, moved }: Merge): Promise<Map<number, number>> {
  const [rows, there] = await Promise.all([listKnownEntries(from), listKnownEntries(into)]);
  const came = new Set(moved);
  const others = there.filter(({ id }) => !came.has(id));
  const known = new Set(others.map(({ key }) => key));
  const items = new Map(rows.map((row) => [row.key, { entry: row }]));
  const unknown = new Map([...items].filter(([key]) => !known.has(key)));
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  const matched = matchEntries(unknown, others, items);
  return new Map([...matched].map(([key, row]) => [ids.get(key) ?? 0, row.id]));
}
