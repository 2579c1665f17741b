import type { ParsedEntry } from '../model/parsed';
import { readWebUrl } from '../text/address-url';
import { decodeEntities } from '../text/entities';
import { Markup } from '../text/markup';

/** How far into an article its first image is looked for. */
const reach = 65_536;

/** Counters of readers are images too, of one pixel. */
function isPixel(sizes: string[]): boolean {
  return sizes.some((size) => /^[01](px)?$/.test(size.trim()));
}

function firstImage(html: string): string {
  const markup = new Markup(html.slice(0, reach));
  while (markup.next()) {
    if (markup.kind !== 'open' || markup.name.toLowerCase() !== 'img') continue;
    const attributes = new Map(
      markup.attributes().map(({ name, value }) => [name.toLowerCase(), value] as const),
    );
    const source = decodeEntities(attributes.get('src') ?? '').trim();
    const sizes = [attributes.get('width') ?? '', attributes.get('height') ?? ''];
    if (source && !isPixel(sizes)) return source;
  }
  return '';
}

/** The picture that a list shows beside an article: the feed's thumbnail, an image that is attached, or the first of the text. */
export function leadImage({ thumbnail, enclosures, content, summary, base }: ParsedEntry): string {
  const attached = enclosures.find(({ type }) => type.startsWith('image/'))?.url ?? '';
  const found = thumbnail || attached || firstImage(content || summary);
  // no address at all is no relative one: it would be that of the feed, asked for as a picture at every look at the list
  return found === '' ? '' : (readWebUrl(found, base)?.href ?? '');
}
