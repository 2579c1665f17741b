import type { ImageRow, ReadTx } from './schema';
import { read } from './transaction';

/** A picture that is kept, with what is known of it. */
export interface CachedImage extends ImageRow {
  blob: Blob;
  bytes: number;
}

/** The picture that is kept of this absolute address, with its media type; undefined where there is none. */
export async function cachedImage(address: string): Promise<Blob | undefined> {
  return (await getCachedImages([address])).get(address)?.blob;
}

/** Those of the addresses whose pictures are kept. */
export function getCachedImages(addresses: readonly string[]): Promise<Map<string, CachedImage>> {
  return read(['images', 'imageFiles'], async (tx) => {
    const found = await Promise.all([...new Set(addresses)].map((address) => lookUp(tx, address)));
    return new Map(found.filter((image) => image !== null).map((image) => [image.address, image]));
  });
}

async function lookUp(tx: ReadTx, address: string): Promise<CachedImage | null> {
  const row = await tx.objectStore('images').get(address);
  const file = row && (await tx.objectStore('imageFiles').get(row.hash));
  if (!row || !(file?.blob instanceof Blob)) return null;
  return { ...row, blob: file.blob, bytes: file.bytes };
}

/** How much room the kept pictures take, in bytes. */
export async function getImageBytes(): Promise<number> {
  const row = await read(['meta'], (tx) => tx.objectStore('meta').get(imageBytesKey));
  return typeof row?.value === 'number' ? row.value : 0;
}

export const imageBytesKey = 'imageBytes';
