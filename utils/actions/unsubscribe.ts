import { listMerges } from '../db/merge-feeds';
import { removeFeed, restoreFeed as takeOut } from '../db/removal';
import type { Input, Output } from '../messages/protocol';
import { feedsChanged } from './feeds-changed';
import type { World } from './world';

/** Moves a feed with its articles into the bin. Throws no-such-feed. */
export async function unsubscribe(
  world: World,
  { feedId }: Input<'unsubscribe'>,
): Promise<Output<'unsubscribe'>> {
  await removeFeed(feedId, world.now());
  await feedsChanged(world);
  return { feedId };
}

/** Takes a feed out of the bin, as it was; one that was merged with another gets its articles back. Throws no-such-feed. */
export async function restoreFeed(
  world: World,
  { feedId }: Input<'restoreFeed'>,
): Promise<Output<'restoreFeed'>> {
  const merge = (await listMerges()).find(({ from }) => from === feedId);
  if (merge) return (await import('./merge-feeds')).undoMerge(world, { undoId: merge.id });
  await takeOut(feedId);
  await feedsChanged(world);
  return { feedId };
}
