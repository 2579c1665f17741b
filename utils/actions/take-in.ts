import { indexEntries } from './index-entries';
import { joinStories } from './join-stories';
import type { World } from './world';

/** What is done with articles after they were stored, once nothing else is going on. Rejects when the database fails. */
export async function takeIn(world: World): Promise<void> {
  // what keeps stories from being joined must not keep articles from being found
  await joinStories(world).catch(() => undefined);
  await indexEntries(world);
}
