import { listMerges } from '../db/merge-feeds';
import * as db from '../db/removal';
import type { Input, Output } from '../messages/protocol';
import { feedsChanged } from './feeds-changed';
import type { World } from './world';

/** Moves a feed with its articles into the bin. Throws no-such-feed. */
export async function unsubscribe(
  world: World,
  { feedId }: Input<'unsubscribe'>,
): Promise<Output<'unsubscribe'>> {
  await db.removeFeed(feedId, world.now());
  await feedsChanged(world);
  return { feedId };
}

/** Takes a feed out of the bin, as it was; one that was merged with another gets its articles back. Throws no-such-feed. */
export async function restoreFeed(
  world: World,
  { feedId }: Input<'restoreFeed'>,
): Promise<Output<'restoreFeed'>> {
  await takeOut(world, feedId);
  await feedsChanged(world);
  return { feedId };
}

/** The same for one of several, whose caller says that they have changed. */
export async function takeOut(world: World, feedId: number): Promise<void> {
  const merge = (await listMerges()).find(({ from }) => from === feedId);
  if (merge) await (await import('./merge-feeds')).undoMerge(world, { undoId: merge.id });
  else await db.restoreFeed(feedId);
}
