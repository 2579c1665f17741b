import { readEntries, readHead, readSeen } from '../backup/read-backup';
import { listFeeds } from '../db/feeds';
import { forgetShelf, restoreEntries } from './restore-entries';
import { restoreRules, restoreSearches } from './restore-rules';
import type { World } from './world';

/**
 * Puts back what the last snapshot knows of feeds that are there again under their old ids: what was read, starred and
 * tagged, what was pruned, rules and saved searches. Feeds are none of its business: their mirror is younger. Done again
 * after a kill, it finds what it did; nothing where there is no snapshot. Throws storage-full, storage-failed.
 */
export async function restoreState(world: World): Promise<void> {
  const [first = '', ...lines] = (await world.readSnapshot()).split('\n');
  const head = readHead(first);
  if (!head) return;
  forgetShelf();
  await restoreRules(head, 'merge');
  await restoreSearches(head, 'merge');
  const here = new Set((await listFeeds()).map(({ id }) => id));
  for (const text of lines) {
    const feedId = (readEntries(text) ?? readSeen(text))?.feedId ?? 0;
    if (here.has(feedId)) await restoreEntries(world, { feedId, text, mode: 'merge' });
  }
}
