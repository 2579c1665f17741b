import { decodeEntities } from '../../text/entities';
import { Markup } from '../../text/markup';
import { imageAddress } from '../addresses';
import { isHiddenImage } from '../trackers';
import type { ArticlePlace } from '../web-address';
import { lazySource } from './lazy';
import { bestCandidate } from './srcset';

/** No article that a person looks through has more. */
const mostImages = 200;
/** About how wide the text column is, in CSS px, and the screens that there are; a sharp one's file is good for all. */
const columnWidth = 700;
const ratios = [2, 1, 1.25, 1.5, 1.75, 3];

/** Of a `srcset`, what each kind of screen would ask for. */
function candidates(srcset: string): string[] {
  return ratios.map((ratio) => bestCandidate(srcset, columnWidth, ratio));
}

/** Absolute addresses on the web, each once; a picture within the article itself has none. */
function onTheWeb(found: readonly string[], place: ArticlePlace): string[] {
  const addresses = found.map((one) => (one === '' ? '' : (imageAddress(one, place) ?? '')));
  return [...new Set(addresses.filter((address) => address.startsWith('http')))];
}

/**
 * The pictures of an article without a DOM: for each the addresses by which it may be asked for when the article is read,
 * the one to fetch first; none twice. As the sanitizer sees them: late ones found, counting pixels and what may not be asked
 * left out. The sources of a `picture` count only where its `img` has no address.
 */
export function imagesIn(html: string, place: ArticlePlace): string[][] {
  const markup = new Markup(html);
  const images = new Map<string, string[]>();
  let sources: string[] = [];
  while (markup.next() && images.size < mostImages) {
    if (markup.kind !== 'open') continue;
    const name = markup.name.toLowerCase();
    if (name === 'picture') sources = [];
    if (name !== 'img' && name !== 'source') continue;
    const own = new Map(markup.attributes().map((one) => [one.name.toLowerCase(), one.value] as const));
    const value = (key: string) => decodeEntities(own.get(key) ?? '');
    const read = (key: string) => (own.has(key) ? value(key) : null);
    const { src, srcset } = lazySource(read);
    if (name === 'source') sources.push(srcset);
    else if (!isHiddenImage(read)) {
      const set = [srcset, ...sources].find((text) => text !== '') ?? '';
      const addresses = onTheWeb(src === '' ? candidates(set) : [src], place);
      if (addresses[0] !== undefined) images.set(addresses[0], addresses);
    }
  }
  return [...images.values()];
}
