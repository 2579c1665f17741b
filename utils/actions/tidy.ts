import { listFeeds } from '../db/feeds';
import { getTidiedAt } from '../db/tidied';
import type { Retention } from '../model/retention';
import type { World } from './world';

const day = 86_400_000;

/**
 * What is done when a round is over and nobody waits: once a day, old articles go. At once when the disk is full: then
 * the bodies of all that is read go, since reading and marking must go on. Rejects when the database cannot be read.
 */
export async function tidy(world: World, getRetention: () => Promise<Retention>): Promise<void> {
  const now = world.now();
  const isFull = (await listFeeds()).some((feed) => feed.problem?.kind === 'storage-full');
  const passed = now - (await getTidiedAt());
  // a clock that was set back must not stop it for years
  if (!isFull && passed >= 0 && passed < day) return;
  const { prune } = await import('./prune');
  const retention = await getRetention();
  await prune(world, isFull ? { ...retention, bodyDays: 0 } : retention);
}
