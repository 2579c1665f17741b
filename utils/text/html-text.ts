import { decodeEntities } from './entities';
import { Markup } from './markup';
import { words } from './words';

/** Elements whose content no reader sees. */
const UNSEEN = words('script style noscript iframe svg head');

/** Elements that break no word: what stands before and after one of them belongs together. */
export const INLINE = words(
  'a abbr b cite code del em font i ins mark q rt ruby s small span strike strong sub sup time tt u var wbr',
);

/**
 * The plain text of an HTML fragment, as for a title or snippet: no tags, scripts or styles, entities decoded, white
 * space collapsed and trimmed, at most about `maxLength` UTF-16 units (never half of a pair). Linear, without a DOM.
 */
export function htmlToText(html: string, maxLength = Number.POSITIVE_INFINITY): string {
  if (!html.includes('<')) return cutText(collapse(decodeEntities(html)), maxLength);
  const markup = new Markup(html);
  let text = '';
  let length = 0;
  while (markup.next() && length < maxLength * 2 + 64) {
    const piece = pieceOf(markup);
    text += piece;
    length += piece === ' ' ? 0 : piece.trim().length;
  }
  return cutText(collapse(text), maxLength);
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
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** At most `maxLength` UTF-16 units, without cutting a surrogate pair in two. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const last = text.charCodeAt(maxLength - 1);
  return text.slice(0, last > 0xd7ff && last < 0xdc00 ? maxLength - 1 : maxLength).trimEnd();
}
