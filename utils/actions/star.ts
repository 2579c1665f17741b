import { star as storeStar } from '../db/mark';
import type { Input, Output } from '../messages/protocol';
import type { World } from './world';

/** Stars articles, or takes their stars away. */
export async function star(world: World, input: Input<'star'>): Promise<Output<'star'>> {
  const changed = await storeStar(input.entryIds, input.starred);
  world.announce({ kind: 'entries', entryIds: input.entryIds });
  return { changed };
}
