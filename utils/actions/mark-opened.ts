import { markRead } from './mark-read';
import type { World } from './world';

/** An article that the reader opened from outside of our pages is read as one that she opens in a list, if she wants that. */
export async function markOpened(world: World, entryId: number): Promise<void> {
  if ((await world.getSettings()).markReadOnOpen) await markRead(world, { entryIds: [entryId], read: true });
}
