import { imageBytesKey } from './cached-images';
import type { ImageFileRow, ImageRow, KeptEntryRow, WriteTx } from './schema';
import { write } from './transaction';

/** A picture that came, under all the addresses by which articles may ask for it. */
export interface ArrivedImage extends Omit<ImageRow, 'address'> {
  addresses: readonly string[];
  blob: Blob;
}

/** Stores a picture for an article; bytes that are there already are not stored again. Throws storage-full, storage-failed. */
export function storeImage(entryId: number, image: ArrivedImage): Promise<void> {
  return write('poll', ['imageFiles', 'images', 'keptEntries', 'meta'], async (tx) => {
    const { addresses, blob, ...facts } = image;
    const kept = await tx.objectStore('keptEntries').get(entryId);
    // nobody would let go of a picture that no article names
    if (!kept) return;
    await putFile(tx, facts.hash, blob);
    const rows = addresses.map((address) => ({ ...facts, address }));
    await Promise.all(rows.map(async (row) => tx.objectStore('images').put(row)));
    await tx.objectStore('keptEntries').put(withHashes(kept, [facts.hash]));
  });
}

async function putFile(tx: WriteTx, hash: string, blob: Blob): Promise<void> {
  if ((await tx.objectStore('imageFiles').getKey(hash)) !== undefined) return;
  const file: ImageFileRow = { hash, blob, bytes: blob.size };
  await Promise.all([tx.objectStore('imageFiles').put(file), changeBytes(tx, blob.size)]);
}

/** Stores a picture that came in an archive, before it is known what asks for it. One that nothing does is dropped the next day. */
export function storeFile(hash: string, blob: Blob): Promise<void> {
  return write('poll', ['imageFiles', 'meta'], (tx) => putFile(tx, hash, blob));
}

/** Names stored files by their addresses; not those that are named already, nor files that are not there. */
export function nameImages(rows: readonly ImageRow[]): Promise<void> {
  return write('poll', ['imageFiles', 'images'], async (tx) => {
    await Promise.all(
      rows.map(async (row) => {
        const [file, known] = await Promise.all([
          tx.objectStore('imageFiles').getKey(row.hash),
          tx.objectStore('images').getKey(row.address),
        ]);
        if (file !== undefined && known === undefined) await tx.objectStore('images').put(row);
      }),
    );
  });
}

function withHashes(row: KeptEntryRow, hashes: readonly string[]): KeptEntryRow {
  return { ...row, hashes: [...new Set([...row.hashes, ...hashes])] };
}

/** What became of an article's pictures. */
export interface Keeping {
  /** Of pictures that another article had brought already. */
  hashes: readonly string[];
  missing: readonly string[];
  /** When to try again for those that are missing (ms); null for never. */
  retryAt: number | null;
}

/** Notes what became of an article's pictures; nothing for one that is no longer to be kept. */
export function finishKeeping(entryId: number, keeping: Keeping): Promise<void> {
  return write('poll', ['keptEntries'], async (tx) => {
    const row = await tx.objectStore('keptEntries').get(entryId);
    if (!row) return;
    const { hashes, missing, retryAt } = keeping;
    await tx.objectStore('keptEntries').put({
      ...withHashes(row, hashes),
      missing: [...missing],
      tries: row.tries + 1,
      ...(retryAt === null ? { state: 'kept' } : { state: 'waiting', dueAt: retryAt }),
    });
  });
}

/** Adds to the room that pictures take; in the transaction that adds or deletes them. */
export async function changeBytes(tx: WriteTx, by: number): Promise<void> {
  const value = (await tx.objectStore('meta').get(imageBytesKey))?.value;
  const bytes = Math.max(0, (typeof value === 'number' ? value : 0) + by);
  await tx.objectStore('meta').put({ key: imageBytesKey, value: bytes });
}
