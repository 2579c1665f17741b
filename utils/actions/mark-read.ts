import { markRead as storeRead } from '../db/mark';
import type { Input, Output } from '../messages/protocol';
import { showBadge } from './show-badge';
import type { World } from './world';

/** Marks articles read, with the copies of their stories that are shown as one with them; or these alone unread. */
export async function markRead(world: World, input: Input<'markRead'>): Promise<Output<'markRead'>> {
  const entryIds = input.read ? await withCopies(world, input.entryIds) : input.entryIds;
  const changed = await storeRead(entryIds, input.read, world.now());
  await showBadge(world);
  world.announce({ kind: 'entries', entryIds });
  return { changed };
}

async function withCopies(world: World, ids: number[]): Promise<number[]> {
  if (!(await world.getSettings()).joinStories) return ids;
  const { listCopies } = await import('../db/copies');
  return [...ids, ...(await listCopies(ids)).map(({ id }) => id)];
}
