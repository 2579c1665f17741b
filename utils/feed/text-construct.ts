import { decodeBytes } from '../text/decode';
import { htmlToText, INLINE } from '../text/html-text';
import { escapeHtml } from './content';
import type { FeedElement } from './element';

/** What an element for text said. */
export interface TextConstruct {
  value: string;
  type: 'text' | 'html';
}

/**
 * Reads an element for text: Atom's constructs (RFC 4287 3.1, and `mode` of Atom 0.3), and those of RSS, which have no
 * types: with `guess`, a text without a type may be HTML.
 */
export function readConstruct(element: FeedElement, guess: boolean): TextConstruct {
  const type = element.attribute('type').toLowerCase();
  const mode = element.attribute('mode').toLowerCase();
  const content = element.content(mode === 'xml' || (type.includes('x') && /xhtml|xml$/.test(type)));
  const value = content.trim();
  if (element.hasElements) return { value: type === 'xhtml' ? unwrapDiv(value) : value, type: 'html' };
  const plain = type === '' ? !guess : /^text(\/plain)?$/.test(type);
  return {
    value: mode === 'base64' || isBinary(type) ? fromBase64(value) : value,
    type: plain ? 'text' : 'html',
  };
}

/** The construct as HTML. */
export function constructHtml(element: FeedElement, guess: boolean): string {
  const { value, type } = readConstruct(element, guess);
  return type === 'text' ? escapeHtml(value) : value;
}

/** The construct as a title: one line of plain text, and what it was. */
export function constructLine(element: FeedElement, guess: boolean): { text: string; type: 'text' | 'html' } {
  const { value, type } = readConstruct(element, guess);
  const isHtml = type === 'html' && (!guess || element.attribute('type') !== '' || looksLikeHtml(value));
  return isHtml ? { text: htmlToText(value), type } : { text: oneLine(value), type: 'text' };
}

function oneLine(text: string): string {
  return (/[\t\n\r]| {2}/.test(text) ? text.replace(/[\t\n\r ]+/g, ' ') : text).trim();
}

/** Media types whose content RFC 4287 4.1.3.3 wants in base64. */
function isBinary(type: string): boolean {
  return type.includes('/') && !/^text\/|xml$|html$/.test(type);
}

/** The one div that Atom 1.0 wants around XHTML is not part of the content. */
function unwrapDiv(markup: string): string {
  const open = /^<div\b[^>]*>/i.exec(markup);
  return open && /<\/div\s*>$/i.test(markup)
    ? markup.slice(open[0].length, markup.lastIndexOf('<')).trim()
    : markup;
}

/** UTF-8 text from base64; what is none stays as it is. */
function fromBase64(value: string): string {
  try {
    return decodeBytes(Uint8Array.from(atob(value), (char) => char.charCodeAt(0))).text;
  } catch {
    return value;
  }
}

const BLOCK = /^(br|p|div|img|hr|li|[uo]l|h[1-6])$/;

/**
 * Whether a text that may be either is HTML: it has an end tag, a tag that needs none, or a character reference, and no
 * tag that texts do not use (so `List<String>` and `the <canvas> element` are text).
 */
export function looksLikeHtml(text: string): boolean {
  if (!/<\/\w|<(br|hr|img)\b|&(#\d+|#x[\da-f]+|[a-z][a-z0-9]+);/i.test(text)) return false;
  for (const [, name = ''] of text.toLowerCase().matchAll(/<\/?([a-z]\w*)/g)) {
    if (!INLINE.has(name) && !BLOCK.test(name)) return false;
  }
  return true;
}
