import { listFeeds } from '../db/feeds';
import { getFullAt, getTidiedAt } from '../db/tidied';
import type { Retention } from '../model/retention';
import type { SnapshotShelf } from './snapshot';
import type { World } from './world';

const day = 86_400_000;

/** What of the reader's is kept outside the database. */
export interface Keeping {
  getRetention(): Promise<Retention>;
  /** The feeds whose articles are shown with what they repeat. */
  getUncleaned(): Promise<ReadonlySet<number>>;
  shelf: SnapshotShelf;
}

/** Goes on with a merge of two feeds that a kill has cut off. */
async function resumeMerge(world: World): Promise<void> {
  const { finishMerge } = await import('./merge-feeds');
  await finishMerge(world).catch(() => undefined);
}

/**
 * What is done when a round is over and nobody waits: once a day, a snapshot is put by, old articles go and, once
 * a week, all counts are checked. At once when the disk is full: then the texts of all that is read go, since reading and
 * marking must go on. Rejects when the database cannot be read.
 */
export async function tidy(world: World, { getRetention, getUncleaned, shelf }: Keeping): Promise<void> {
  await resumeMerge(world);
  const now = world.now();
  const [feeds, tidiedAt, fullAt] = await Promise.all([listFeeds(), getTidiedAt(), getFullAt()]);
  const isFull = fullAt > tidiedAt || feeds.some((feed) => feed.problem?.kind === 'storage-full');
  const passed = now - tidiedAt;
  // a clock that was set back must not stop it for years
  if (!isFull && passed >= 0 && passed < day) return;
  const [{ prune }, { snapshot }, { checkStoreWeekly }] = await Promise.all([
    import('./prune'),
    import('./snapshot'),
    import('./check-store'),
  ]);
  const retention = await getRetention();
  // whatever keeps it from being written must not keep old articles
  const uncleaned = await getUncleaned();
  await snapshot(world, shelf, retention, uncleaned).catch(() => undefined);
  await prune(world, retention, isFull);
  await checkStoreWeekly(world);
  const { dropOrphans } = await import('../db/evict-images');
  await dropOrphans();
}
