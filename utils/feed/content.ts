import { decodeEntities } from '../text/entities';
import type { Markup } from '../text/markup';
import { words } from '../text/words';
import { htmlTag } from './html-tag';

/** What stands between an open tag and its close tag. */
export interface Content {
  /** Without elements: the characters, decoded once. With elements: markup that HTML parsers read as it was meant. */
  value: string;
  hasElements: boolean;
}

type Declared = ReadonlyMap<string, string> | undefined;

/**
 * Reads to the close tag of the element whose open tag is the current token, and past it, where that holds more than one
 * run of text. `declared` are the entities of the document. `isMarkup`: the document says that what is inside is markup,
 * so escaped text in it stays escaped.
 */
export function readContent(markup: Markup, declared: Declared, isMarkup: boolean): Content {
  const own = markup.name.toLowerCase();
  let hasElements = false;
  let hasEscaped = false;
  /** With its texts decoded, and as they stand: which of them was meant shows in the end. */
  let decoded = '';
  let written = '';
  let depth = 0;
  while (markup.next()) {
    const { kind } = markup;
    if (kind === 'text') {
      const { inner } = markup;
      decoded += decodeEntities(inner, declared);
      written += inner;
      hasEscaped ||= ESCAPED_TAG.test(inner);
    } else if (kind === 'cdata') {
      decoded += markup.inner;
      written += isMarkup ? escapeHtml(markup.inner) : markup.inner;
    } else if (kind === 'open' || kind === 'close') {
      const name = markup.name.toLowerCase();
      if (name === own) depth += kind === 'close' ? -1 : markup.selfClosing ? 0 : 1;
      else if (kind === 'close' ? CONTAINERS.has(name) : !isMarkup && FIELDS.has(name)) {
        markup.end = markup.start;
        break;
      }
      if (depth < 0) break;
      hasElements = true;
      const tag = htmlTag(markup);
      decoded += tag;
      written += tag;
    }
  }
  return { value: hasElements && (isMarkup || !hasEscaped) ? written : decoded, hasElements };
}

/** Where one of these is closed, the close tag of a text in it was forgotten. */
const CONTAINERS = words('item entry channel feed rss rdf:rdf');

/** Elements of feeds that are no elements of HTML: where one begins, a text before it has ended. */
const FIELDS = words('item entry guid pubdate enclosure description content:encoded category');

const ESCAPED_TAG = /&(lt|#60|#x3c);[/!]?[a-z]/i;

/** Plain text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
