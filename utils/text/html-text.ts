import { decodeEntities } from './entities';
import { Markup } from './markup';
import { words } from './words';

/** Elements whose content no reader sees. */
const UNSEEN = words('script style noscript iframe svg head');

/** Elements that break no word: what stands before and after one of them belongs together. */
export const INLINE = words(
  'a abbr b cite code del em font i ins mark q rt ruby s small span strike strong sub sup time tt u var wbr',
);

/** No browser has longer strings. */
const longest = 2 ** 30;

/**
 * The plain text of an HTML fragment, as for a title or snippet: no tags, scripts or styles, entities decoded, white
 * space collapsed and trimmed, at most about `maxLength` UTF-16 units (never half of a pair). Linear, without a DOM.
 */
export function htmlToText(html: string, maxLength = longest): string {
  const markup = new Markup(html);
  let text = '';
  let last = ' ';
  while (text.length <= maxLength && markup.next()) {
    const piece = singleSpaced(pieceOf(markup));
    text += last === ' ' ? piece.trimStart() : piece;
    last = piece.at(-1) ?? last;
  }
  return cutText(text.trimEnd(), maxLength);
}

function pieceOf(markup: Markup): string {
  if (markup.kind === 'text') return decodeEntities(markup.inner);
  if (markup.kind === 'cdata') return markup.inner;
  if (markup.kind !== 'open' && markup.kind !== 'close') return '';
  const name = markup.name.toLowerCase();
  if (markup.kind === 'open' && !markup.selfClosing && UNSEEN.has(name)) markup.skipRaw(name);
  return INLINE.has(name) ? '' : ' ';
}

/** White space of any kind (also no-break and ideographic) to single spaces, none at the ends. */
export function collapse(text: string): string {
  return singleSpaced(text).trim();
}

/** Matches only what changes: most texts are given back as they are, without a copy. */
function singleSpaced(text: string): string {
  return text.replace(/[^\S ]\s*| \s+/g, ' ');
}

/** At most `maxLength` UTF-16 units, without cutting a surrogate pair in two. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const last = text.charCodeAt(maxLength - 1);
  return text.slice(0, last > 0xd7ff && last < 0xdc00 ? maxLength - 1 : maxLength).trimEnd();
}
