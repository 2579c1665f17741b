import { listFeeds } from '../db/feeds';
import { hasMarkAlls } from '../db/journal';
import { mirrorSubscriptions } from './mirror-subscriptions';
import { nextWake } from './next-wake';
import { poll } from './poll';
import { restoreSubscriptions } from './restore-subscriptions';
import { showBadge } from './show-badge';
import type { World } from './world';

let ready: Promise<unknown> | null = null;

/**
 * What every start of the worker begins with; later calls wait for the first. Done when actions may begin: nothing is
 * changed before it is known that nothing was lost. Rejects when the database cannot be read, and is tried again then.
 */
export function startUp(world: World): Promise<unknown> {
  ready ??= restoreSubscriptions(world).then(
    () => void resume(world).catch(() => undefined),
    (error: unknown) => {
      ready = null;
      throw error;
    },
  );
  return ready;
}

/** Few starts follow upon a mark-all: what knows how to finish one is loaded for those alone. */
async function finishMarks(): Promise<void> {
  if (await hasMarkAlls()) await (await import('../db/mark-all')).finishMarkAll();
}

/** Sets badge and alarm, and goes on with what the last worker was killed in. */
async function resume(world: World): Promise<void> {
  const now = world.now();
  const steps = [showBadge(world), mirrorSubscriptions(world), world.saveProgress(null, now), finishMarks()];
  await Promise.allSettled([...steps, world.wakeBy(await nextWake(now), now)]);
  const interrupted = (await listFeeds()).some((feed) => feed.leaseUntil > 0);
  if (interrupted) await poll(world);
}
