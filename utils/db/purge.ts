import { deleteBeside } from './beside';
import { countsFor, loadCounts, storeCounts } from './count-rows';
import { loadEntries } from './entry-rows';
import { dropMerge, loadPastMerges } from './merge-state';
import { asFeed } from './rows';
import type { WriteTx } from './schema';
import { read, write } from './transaction';
import { uncount } from './uncount';

/** Entries a transaction: a list waits no longer than for these. */
const sliceSize = 100;

/**
 * Deletes a feed that has been in the bin since `removedBefore` (ms) or longer, with all that is kept of it; gives
 * whether it is gone. One that was taken out meanwhile stays; killed in the middle, it is finished by being called again.
 */
export async function purgeFeed(feedId: number, removedBefore: number): Promise<boolean> {
  const range = IDBKeyRange.bound([feedId], [feedId, []]);
  for (;;) {
    const ids = await read(['entries'], (tx) =>
      tx.objectStore('entries').index('byKey').getAllKeys(range, sliceSize),
    );
    const isToGo = await write(
      'poll',
      [
        'feeds',
        'entries',
        'bodies',
        'counts',
        'seen',
        'checks',
        'cadences',
        'icons',
        'revisions',
        'storyKeys',
        'meta',
      ],
      async (tx) => {
        const feed = asFeed(await tx.objectStore('feeds').get(feedId));
        if (!feed || feed.removedAt === null || feed.removedAt > removedBefore) return false;
        // taken out of the bin after a kill between two transactions, it has what is left, and counts that say so
        const rows = await loadEntries(tx, ids);
        const counts = await loadCounts(tx, [feedId]);
        uncount(countsFor(counts, feedId), rows);
        await storeCounts(tx, counts.values());
        const parts = ids.flatMap((id) => [
          async () => tx.objectStore('entries').delete(id),
          async () => tx.objectStore('bodies').delete(id),
          () => deleteBeside(tx, id),
        ]);
        const rest = [
          async () => tx.objectStore('feeds').delete(feedId),
          async () => tx.objectStore('counts').delete(feedId),
          async () => tx.objectStore('seen').delete(feedId),
          async () => tx.objectStore('checks').delete(range),
          async () => tx.objectStore('cadences').delete(feedId),
          async () => tx.objectStore('icons').delete(feedId),
          () => dropMerges(tx, feedId),
        ];
        await Promise.all([...parts, ...(ids.length < sliceSize ? rest : [])].map((remove) => remove()));
        return true;
      },
    );
    if (!isToGo || ids.length < sliceSize) return isToGo;
  }
}

/** What made it part of another can no longer be taken back. */
async function dropMerges(tx: WriteTx, feedId: number): Promise<void> {
  for (const merge of await loadPastMerges(tx)) if (merge.from === feedId) await dropMerge(tx, merge.id);
}
