import { fromBase64 } from '../archive/base64';
import { sha256 } from '../archive/manifest';
import { imagesIn } from '../article/images/in-text';
import { getCachedImages } from '../db/cached-images';
import { listBodies } from '../db/entry-links';
import { awaitKeeping } from '../db/kept-entries';
import { finishKeeping, nameImages, storeFile } from '../db/store-images';
import { listArrived } from '../db/take-back';
import type { Input, Output } from '../messages/protocol';
import type { Body } from '../model/entry';
import { imageType } from '../net/image-type';
import { listArchives } from './archive-feeds';
import type { World } from './world';

/** Bodies in memory at a time. */
const pageSize = 100;

/** Stores the pictures of an archive by what they are; files that are none are passed over. */
export async function importImages(
  _world: World,
  { images }: Input<'importImages'>,
): Promise<Output<'importImages'>> {
  let stored = 0;
  for (const text of images) {
    const bytes = fromBase64(text);
    const type = bytes && imageType(bytes, '');
    if (!bytes || !type) continue;
    await storeFile(await sha256(bytes), new Blob([bytes], { type }));
    stored++;
  }
  return { stored };
}

/** Gives them the addresses that the archive's manifest tells; an address that has a picture here already keeps it. */
export async function nameImported(
  _world: World,
  { images }: Input<'nameImported'>,
): Promise<Output<'nameImported'>> {
  await nameImages(images);
  return {};
}

/** Lets the articles of an import have the pictures that came with them. Gives how many articles do. */
export async function adoptImages(
  world: World,
  { importId }: Input<'adoptImages'>,
): Promise<Output<'adoptImages'>> {
  let articles = 0;
  for (const { id: feedId } of await listArchives()) {
    const ids = await listArrived(feedId, importId);
    for (let at = 0; at < ids.length; at += pageSize) {
      const bodies = await listBodies(ids.slice(at, at + pageSize));
      for (const body of bodies.values()) articles += Number(await adopt(world, feedId, body));
    }
  }
  return { articles };
}

async function adopt(world: World, feedId: number, { entryId, html, base }: Body): Promise<boolean> {
  const images = imagesIn(html, { base });
  const cached = await getCachedImages(images.flat());
  if (cached.size === 0) return false;
  const missing = images.filter((addresses) => !addresses.some((address) => cached.has(address)));
  await awaitKeeping(feedId, [entryId], world.now());
  await finishKeeping(entryId, {
    hashes: [...cached.values()].map(({ hash }) => hash),
    missing: missing.flatMap(([address]) => address ?? []),
    retryAt: null,
  });
  return true;
}
