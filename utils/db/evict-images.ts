import { getImageBytes } from './cached-images';
import { loadEntries } from './entry-rows';
import type { EntryRow, KeptEntryRow, ReadTx, WriteTx } from './schema';
import { changeBytes } from './store-images';
import { read, write } from './transaction';

/** Articles a transaction: a list waits no longer than for these. */
const sliceSize = 20;
const stores = ['entries', 'fullTexts', 'imageFiles', 'images', 'keptEntries', 'meta'] as const;

/**
 * Lets go of articles' pictures until all together take no more than `quota` bytes: those of read articles first, the one
 * opened longest ago before the others; never those of a starred one. Gives how many articles that were.
 */
export async function evictImages(quota: number): Promise<number> {
  if ((await getImageBytes()) <= quota) return 0;
  const order = await read(['entries', 'keptEntries'], evictable);
  let gone = 0;
  for (let at = 0; at < order.length && (await getImageBytes()) > quota; at += sliceSize)
    gone += await letGo(order.slice(at, at + sliceSize), quota);
  return gone;
}

async function evictable(tx: ReadTx): Promise<number[]> {
  const kept = await tx.objectStore('keptEntries').index('byUse').getAll();
  const withFiles = kept.filter(({ hashes }) => hashes.length > 0);
  const rows = await loadEntries(
    tx,
    withFiles.map(({ entryId }) => entryId),
  );
  const read = new Set(rows.filter((row) => row.read === 1).map(({ id }) => id));
  const isRead = ({ entryId }: KeptEntryRow) => read.has(entryId);
  return [...withFiles.filter(isRead), ...withFiles.filter((row) => !isRead(row))].map(
    ({ entryId }) => entryId,
  );
}

/** Stars may have been given since the order was made. */
function letGo(entryIds: readonly number[], quota: number): Promise<number> {
  return write('poll', [...stores], async (tx) => {
    const rows = await loadEntries(tx, entryIds);
    const starred = new Set(rows.filter((row) => row.starred === 1).map(({ id }) => id));
    let gone = 0;
    for (const entryId of entryIds) {
      if (starred.has(entryId)) continue;
      const bytes = (await tx.objectStore('meta').get('imageBytes'))?.value;
      if (typeof bytes === 'number' && bytes <= quota) break;
      await forget(tx, entryId);
      gone++;
    }
    return gone;
  });
}

/** Lets go of what is kept of articles that are no longer there, or whose text is gone. Gives how many that were. */
export async function dropOrphans(): Promise<number> {
  const ids = await read(['keptEntries', 'fullTexts'], async (tx) => {
    const keys = [tx.objectStore('keptEntries').getAllKeys(), tx.objectStore('fullTexts').getAllKeys()];
    return [...new Set((await Promise.all(keys)).flat())];
  });
  let gone = 0;
  for (let at = 0; at < ids.length; at += 5 * sliceSize) {
    const slice = ids.slice(at, at + 5 * sliceSize);
    const rows = await read(['entries'], (tx) => loadEntries(tx, slice));
    const alive = new Set(rows.filter(hasText).map(({ id }) => id));
    const orphans = slice.filter((id) => !alive.has(id));
    if (orphans.length === 0) continue;
    await write('poll', [...stores], async (tx) => {
      for (const id of orphans) {
        await forget(tx, id);
        await tx.objectStore('fullTexts').delete(id);
      }
    });
    gone += orphans.length;
  }
  await dropUnnamed();
  return gone;
}

/** Files that no article shows: an import brought them, and was ended before its articles could take them. */
async function dropUnnamed(): Promise<void> {
  const unnamed = await read(['imageFiles', 'keptEntries'], async (tx) => {
    const hashes = await tx.objectStore('imageFiles').getAllKeys();
    const index = tx.objectStore('keptEntries').index('byHash');
    const owners = await Promise.all(hashes.map((hash) => index.getKey(hash)));
    return hashes.filter((_, i) => owners[i] === undefined);
  });
  for (let at = 0; at < unnamed.length; at += sliceSize)
    await write('poll', [...stores], async (tx) => {
      for (const hash of unnamed.slice(at, at + sliceSize)) await forgetFile(tx, hash);
    });
}

const hasText = (row: EntryRow) => row.bodyGone !== 1;

/** Deletes an article's row here, and the files that no other names. */
async function forget(tx: WriteTx, entryId: number): Promise<void> {
  const store = tx.objectStore('keptEntries');
  const row = await store.get(entryId);
  if (!row) return;
  await store.delete(entryId);
  for (const hash of row.hashes) {
    if ((await store.index('byHash').getKey(hash)) === undefined) await forgetFile(tx, hash);
  }
}

async function forgetFile(tx: WriteTx, hash: string): Promise<void> {
  const file = await tx.objectStore('imageFiles').get(hash);
  if (!file) return;
  const images = tx.objectStore('images');
  const addresses = await images.index('byHash').getAllKeys(hash);
  await Promise.all([
    ...addresses.map(async (address) => images.delete(address)),
    tx.objectStore('imageFiles').delete(hash),
    changeBytes(tx, -file.bytes),
  ]);
}
