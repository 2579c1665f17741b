import { imagesIn } from '../article/images/in-text';
import type { ArticlePlace } from '../article/web-address';
import { getCachedImages } from '../db/cached-images';
import { getBody, getEntry } from '../db/entry-lists';
import { getFeed } from '../db/feeds';
import { getFullText } from '../db/full-texts';
import type { KeptEntryRow } from '../db/schema';
import { finishKeeping, storeImage } from '../db/store-images';
import type { Body, Entry } from '../model/entry';
import { type Feed, privateHosts } from '../model/feed';
import type { ImagePolicy } from '../model/settings';
import type { ImageFinder } from './image-finder';
import type { PageFinder } from './page-finder';
import type { World } from './world';

const minute = 60_000;
/** After how long the pictures are tried for again that did not come for a passing reason. */
const waits = [10 * minute, 2 * 60 * minute, 24 * 60 * minute];

/** All pictures that the article shows: in its text, beside its title, and attached. */
function imagesOf(entry: Entry, body: Body | undefined, feed: Feed): string[][] {
  const hosts = privateHosts(feed);
  const place: ArticlePlace = { base: body?.base ?? entry.link, privateHosts: hosts };
  const attached = (body?.enclosures ?? []).filter(({ type }) => type.startsWith('image/'));
  const beside = [entry.image, ...attached.map(({ url }) => url)].filter((address) => address !== '');
  const text = imagesIn(body?.html ?? '', place);
  const known = new Set(text.flat());
  return [...text, ...beside.filter((address) => !known.has(address)).map((address) => [address])];
}

/** What finds the things that are kept; without `pages`, texts are left as they are. */
export interface Finders {
  images: ImageFinder;
  pages: PageFinder | null;
}

/** Fetches what is to be kept of one article that waits, and notes what became of it. Rejects when nothing can be stored. */
export async function keepEntry(world: World, row: KeptEntryRow, { images, pages }: Finders): Promise<void> {
  const { entryId, feedId } = row;
  const [entry, feed] = await Promise.all([getEntry(entryId), getFeed(feedId)]);
  if (!entry || !feed || feed.removedAt !== null) {
    await finishKeeping(entryId, { hashes: [], missing: [], retryAt: null });
    return;
  }
  const isTextLate = feed.fetchesFullText === true && pages !== null && (await findText(entry, feed, pages));
  const wantsImages = row.textOnly !== true || feed.keepsOffline === true || pages === null;
  const results = wantsImages ? await keepImages(entry, feed, images) : [];
  // the network is down: nothing was learned of these pictures
  if (images.isCutOff) return;
  const missing = results.flatMap((result) => (typeof result === 'string' ? [] : [result]));
  const isLate = isTextLate || missing.some(({ isPassing }) => isPassing);
  const wait = isLate ? waits[row.tries] : undefined;
  await finishKeeping(entryId, {
    hashes: results.filter((result) => typeof result === 'string'),
    missing: missing.map(({ address }) => address),
    retryAt: wait === undefined ? null : world.now() + wait,
  });
}

async function findText(entry: Entry, feed: Feed, pages: PageFinder): Promise<boolean> {
  const known = await getFullText(entry.id);
  return known?.html ? false : pages.find(entry, feed);
}

async function keepImages(entry: Entry, feed: Feed, finder: ImageFinder) {
  const [body, fullText] = await Promise.all([getBody(entry.id), getFullText(entry.id)]);
  const images = imagesOf(entry, body, feed);
  const place: ArticlePlace = { base: fullText?.base ?? '', privateHosts: privateHosts(feed) };
  const known = new Set(images.flat());
  const others = imagesIn(fullText?.html ?? '', place).filter(([address = '']) => !known.has(address));
  const all = [...images, ...others];
  const cached = await getCachedImages(all.flat());
  const means = { cached, finder, hosts: privateHosts(feed), own: feed.images };
  return Promise.all(all.map((addresses) => keepImage(addresses, entry.id, means)));
}

interface Means {
  cached: Awaited<ReturnType<typeof getCachedImages>>;
  finder: ImageFinder;
  hosts: readonly string[];
  /** The feed's own rule for images. */
  own: ImagePolicy | undefined;
}

/** The picture's hash; or its address, where it did not come. */
async function keepImage(
  addresses: readonly string[],
  entryId: number,
  { cached, finder, hosts, own }: Means,
): Promise<string | { address: string; isPassing: boolean }> {
  const known = addresses.map((address) => cached.get(address)).find((image) => image !== undefined);
  if (known) return known.hash;
  const found = await finder.find(addresses, hosts, own);
  if (!found.image) return { address: addresses[0] ?? '', isPassing: found.isPassing };
  await storeImage(entryId, found.image);
  return found.image.hash;
}
