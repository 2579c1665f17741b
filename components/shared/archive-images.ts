import type { ArchiveArticle } from '../../utils/archive/article';
import { fromBase64 } from '../../utils/archive/base64';
import { type ArchiveImage, imagePath } from '../../utils/archive/image-file';
import { sha256 } from '../../utils/archive/manifest';
import { imagesIn } from '../../utils/article/images/in-text';
import { carriesSecret } from '../../utils/article/images/secret-query';
import type { OwnImages } from '../../utils/article/own-images';
import { type CachedImage, getCachedImages } from '../../utils/db/cached-images';
import { readUrl } from '../../utils/text/address-url';
import { articlePieces } from './article-pieces';

/** Archives are given to others: an address with a key in it is the reader's own. */
export function publicAddress(address: string): string {
  const url = readUrl(address);
  return url && !carriesSecret(url) ? url.href : '';
}

async function archived({ address, hash, from, fetchedAt, blob }: CachedImage): Promise<ArchiveImage> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { address, hash, from: publicAddress(from), fetchedAt, type: blob.type, bytes };
}

/** The pictures of an article that are kept here, whatever the article calls them. */
export async function archiveImages(article: ArchiveArticle): Promise<ArchiveImage[]> {
  const addresses = articlePieces(article).flatMap((html) => imagesIn(html, article).flat());
  if (addresses.length === 0) return [];
  const cached = await getCachedImages(addresses);
  return Promise.all([...cached.values()].map(archived));
}

/** A picture that stands in an article itself, as the sanitizer leaves it. */
const inline = /\ssrc\s*=\s*["']?(data:(image\/(?:png|jpeg|gif|webp));base64,([A-Za-z\d+/=]+))/gi;

/** The pictures that an article's own text holds. */
export async function inlineImages({ html, fetched }: ArchiveArticle): Promise<ArchiveImage[]> {
  const found = new Map<string, ArchiveImage>();
  for (const [, address = '', type = '', data = ''] of html.matchAll(inline)) {
    const bytes = fromBase64(data);
    if (!bytes || found.has(address)) continue;
    const hash = await sha256(bytes);
    found.set(address, { address, hash, type: type.toLowerCase(), bytes, from: '', fetchedAt: fetched });
  }
  return [...found.values()];
}

/** Finds an article's pictures by their addresses, each at the place that `place` gives it. */
export function ownImages(
  images: readonly ArchiveImage[],
  place: (image: ArchiveImage) => string = imagePath,
): OwnImages {
  const byAddress = new Map(images.map((image) => [image.address, image]));
  return (address) => {
    const image = byAddress.get(address);
    return image && place(image);
  };
}
