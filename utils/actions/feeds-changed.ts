import { mirrorSubscriptions } from './mirror-subscriptions';
import { showBadge } from './show-badge';
import type { World } from './world';

/** To be called after every change of feeds or folders: copies them, counts anew, tells the pages. */
export async function feedsChanged(world: World): Promise<void> {
  await mirrorSubscriptions(world);
  await showBadge(world);
  world.announce({ kind: 'feeds' });
}
