import { decodeEntities } from '../text/entities';
import type { Markup } from '../text/markup';

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

export interface ContentRules {
  /** Internal entities of the document. */
  declared: ReadonlyMap<string, string> | undefined;
  /** Whether a tag by this name cannot stand inside, so that the element's own close tag must have been forgotten. */
  isBeyond(name: string, kind: 'open' | 'close'): boolean;
  /** Writes a tag that stands inside for HTML. */
  tag(markup: Markup): string;
  /** The document says that what is inside is markup, so escaped text in it stays escaped. */
  isMarkup: boolean;
}

const EMPTY: Content = { value: '', hasElements: false };

/** Reads to the close tag of the element whose open tag is the current token, and past it. */
export function readContent(markup: Markup, rules: ContentRules): Content {
  if (markup.selfClosing) return EMPTY;
  if (!markup.simpleContent()) return joinPieces(readPieces(markup, rules), rules);
  const text = markup.source.slice(markup.innerStart, markup.innerEnd);
  return { value: markup.kind === 'cdata' ? text : decodeEntities(text, rules.declared), hasElements: false };
}

function readPieces(markup: Markup, rules: ContentRules): Piece[] {
  const pieces: Piece[] = [];
  const own = markup.name;
  let depth = 0;
  while (markup.next()) {
    const { kind } = markup;
    if (kind === 'text') pieces.push({ kind, value: markup.source.slice(markup.start, markup.end) });
    else if (kind === 'cdata')
      pieces.push({ kind, value: markup.source.slice(markup.innerStart, markup.innerEnd) });
    else if (kind === 'open' || kind === 'close') {
      const same = markup.name === own || markup.name.toLowerCase() === own.toLowerCase();
      if (same && kind === 'close' && depth-- === 0) return pieces;
      if (same && kind === 'open' && !markup.selfClosing) depth++;
      if (!same && rules.isBeyond(markup.name, kind)) {
        markup.end = markup.start;
        return pieces;
      }
      pieces.push({ kind: 'tag', value: rules.tag(markup) });
    }
  }
  return pieces;
}

const ESCAPED_TAG = /&(lt|#60|#x3c);[/!]?[a-z]/i;

function joinPieces(pieces: Piece[], rules: ContentRules): Content {
  const hasElements = pieces.some((piece) => piece.kind === 'tag');
  const literal =
    !hasElements || (!rules.isMarkup && pieces.some((p) => p.kind === 'text' && ESCAPED_TAG.test(p.value)));
  let value = '';
  for (const piece of pieces) {
    if (piece.kind === 'text') value += literal ? decodeEntities(piece.value, rules.declared) : piece.value;
    else if (piece.kind === 'cdata')
      value += hasElements && rules.isMarkup ? escapeHtml(piece.value) : piece.value;
    else value += piece.value;
  }
  return { value, hasElements };
}

/** Plain text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
