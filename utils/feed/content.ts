import { decodeEntities } from '../text/entities';
import type { Markup } from '../text/markup';
import { htmlTag } from './html-tag';

/** What stands between an open tag and its close tag. */
export interface Content {
  /** Without elements: the characters, decoded once. With elements: markup that HTML parsers read as it was meant. */
  value: string;
  hasElements: boolean;
}

interface Piece {
  kind: 'text' | 'cdata' | 'tag';
  value: string;
}

type Declared = ReadonlyMap<string, string> | undefined;

/**
 * Reads to the close tag of the element whose open tag is the current token, and past it, where that holds more than one
 * run of text. `declared` are the entities of the document. `isMarkup`: the document says that what is inside is markup,
 * so escaped text in it stays escaped.
 */
export function readContent(markup: Markup, declared: Declared, isMarkup: boolean): Content {
  return joinPieces(readPieces(markup, isMarkup), declared, isMarkup);
}

function readPieces(markup: Markup, isMarkup: boolean): Piece[] {
  const pieces: Piece[] = [];
  const own = markup.name.toLowerCase();
  let depth = 0;
  while (markup.next()) {
    const { kind, source } = markup;
    if (kind === 'text' || kind === 'cdata') {
      pieces.push({ kind, value: source.slice(markup.innerStart, markup.innerEnd) });
    } else if (kind === 'open' || kind === 'close') {
      const name = markup.name.toLowerCase();
      if (name === own) {
        if (kind === 'close' && depth-- === 0) break;
        if (kind === 'open' && !markup.selfClosing) depth++;
      } else if (kind === 'close' ? CONTAINERS.has(name) : !isMarkup && FIELDS.has(name)) {
        markup.end = markup.start;
        break;
      }
      pieces.push({ kind: 'tag', value: htmlTag(markup) });
    }
  }
  return pieces;
}

/** Where one of these is closed, the close tag of a text in it was forgotten. */
const CONTAINERS = new Set(['item', 'entry', 'channel', 'feed', 'rss', 'rdf:rdf']);

/** Elements of feeds that are no elements of HTML: where one begins, a text before it has ended. */
const FIELDS = new Set('item entry guid pubdate enclosure description content:encoded category'.split(' '));

const ESCAPED_TAG = /&(lt|#60|#x3c);[/!]?[a-z]/i;

function joinPieces(pieces: Piece[], declared: Declared, isMarkup: boolean): Content {
  const hasElements = pieces.some((piece) => piece.kind === 'tag');
  const literal =
    !hasElements || (!isMarkup && pieces.some((p) => p.kind === 'text' && ESCAPED_TAG.test(p.value)));
  let value = '';
  for (const piece of pieces) {
    if (piece.kind === 'text') value += literal ? decodeEntities(piece.value, declared) : piece.value;
    else if (piece.kind === 'cdata') value += hasElements && isMarkup ? escapeHtml(piece.value) : piece.value;
    else value += piece.value;
  }
  return { value, hasElements };
}

/** Plain text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
