import { updateFeed } from '../db/feeds';
import type { Input, Output } from '../messages/protocol';
import { feedsChanged } from './feeds-changed';
import type { World } from './world';

/** What a feed keeps, by rules of its own; null, or none, and it follows those for all feeds. Throws no-such-feed. */
export async function setRetention(
  world: World,
  { feedId, retention }: Input<'setRetention'>,
): Promise<Output<'setRetention'>> {
  await updateFeed(feedId, ({ retention: _, ...feed }) =>
    retention && Object.keys(retention).length > 0 ? { ...feed, retention } : feed,
  );
  await feedsChanged(world);
  return { feedId };
}
