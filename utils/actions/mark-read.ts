import { markRead as storeRead } from '../db/mark';
import type { Input, Output } from '../messages/protocol';
import { showBadge } from './show-badge';
import type { World } from './world';

/** Marks articles read or unread. */
export async function markRead(world: World, input: Input<'markRead'>): Promise<Output<'markRead'>> {
  const changed = await storeRead(input.entryIds, input.read, world.now());
  await showBadge(world);
  world.announce({ kind: 'entries', entryIds: input.entryIds });
  return { changed };
}
