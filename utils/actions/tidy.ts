import { listFeeds } from '../db/feeds';
import { getTidiedAt } from '../db/tidied';
import type { Retention } from '../model/retention';
import type { SnapshotShelf } from './snapshot';
import type { World } from './world';

const day = 86_400_000;

/** What of the reader's is kept outside the database. */
export interface Keeping {
  getRetention(): Promise<Retention>;
  shelf: SnapshotShelf;
}

/**
 * What is done when a round is over and nobody waits: once a day, a snapshot is put by and old articles go. At once when the disk is full: then
 * the bodies of all that is read go, since reading and marking must go on. Rejects when the database cannot be read.
 */
export async function tidy(world: World, { getRetention, shelf }: Keeping): Promise<void> {
  const now = world.now();
  const isFull = (await listFeeds()).some((feed) => feed.problem?.kind === 'storage-full');
  const passed = now - (await getTidiedAt());
  // a clock that was set back must not stop it for years
  if (!isFull && passed >= 0 && passed < day) return;
  const [{ prune }, { snapshot }] = await Promise.all([import('./prune'), import('./snapshot')]);
  const retention = await getRetention();
  // whatever keeps it from being written must not keep old articles
  await snapshot(world, shelf, retention).catch(() => undefined);
  await prune(world, isFull ? { ...retention, bodyDays: 0 } : retention);
}
