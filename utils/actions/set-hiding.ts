import { readSelector } from '../clean/selector';
import { updateFeed } from '../db/feeds';
import type { Input, Output } from '../messages/protocol';
import { readHiding } from '../model/hiding';
import { ProblemError } from '../model/problem';
import { feedsChanged } from './feeds-changed';
import type { World } from './world';

/**
 * Changes what is hidden of a feed's articles, all rules and exceptions at once; articles stay as they are. Throws
 * input-invalid for a selector that cannot be read, no-such-feed.
 */
export async function setHiding(
  world: World,
  { feedId, hiding: given }: Input<'setHiding'>,
): Promise<Output<'setHiding'>> {
  const read = readHiding(given);
  const isBad = read?.rules.some(({ by, what }) => by === 'selector' && 'reason' in readSelector(what));
  if (isBad) throw new ProblemError({ kind: 'input-invalid', field: 'hiding' });
  await updateFeed(feedId, ({ hiding: _, ...feed }) => (read ? { ...feed, hiding: read } : feed));
  await feedsChanged(world);
  return { feedId };
}
