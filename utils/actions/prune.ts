import { isArchive } from '../archive/archive-feed';
import { listFeeds, listRemovedFeeds } from '../db/feeds';
import { finishMarkAll } from '../db/mark-all';
import { finishMerges, purgeTags } from '../db/merge-tags';
import { type Pruned, pruneFeed } from '../db/prune';
import { purgeFeed } from '../db/purge';
import { getAgedTo, saveAgedTo, saveTidiedAt } from '../db/tidied';
import { agedTo, binDays, type Retention, retentionOf } from '../model/retention';
import type { World } from './world';

const day = 86_400_000;
const none: Pruned = { rows: 0, bodies: 0 };

/**
 * Lets go of what `retention`, or a feed's own rules, keep no longer, and of feeds that have been in the bin for 30 days;
 * of all texts that were read when the disk is full. What the reader brought into an archive herself stays. Killed in the
 * middle, it is finished the next day.
 */
export function prune(world: World, retention: Retention, isFull = false): Promise<Pruned> {
  return world.keepAlive(async () => {
    const now = agedTo(world.now(), await getAgedTo());
    await saveTidiedAt(world.now());
    await saveAgedTo(now);
    await finishMarkAll();
    const pruned: Pruned = { rows: 0, bodies: 0 };
    for (const feed of await listFeeds()) {
      if (isArchive(feed)) continue;
      const rules = retentionOf(retention, feed.retention);
      const read = isFull
        ? await pruneFeed(feed.id, { ...rules, bodyDays: 0, rowDays: null }, world.now())
        : none;
      const { rows, bodies } = await pruneFeed(feed.id, rules, now);
      pruned.rows += read.rows + rows;
      pruned.bodies += read.bodies + bodies;
    }
    await finishMerges();
    await purgeTags(now - binDays * day);
    const purged = await emptyBin(now);
    if (pruned.rows > 0) world.announce({ kind: 'lists' });
    if (purged > 0) world.announce({ kind: 'feeds' });
    return pruned;
  });
}

async function emptyBin(now: number): Promise<number> {
  let purged = 0;
  for (const { id } of await listRemovedFeeds()) {
    if (await purgeFeed(id, now - binDays * day)) purged += 1;
  }
  return purged;
}
