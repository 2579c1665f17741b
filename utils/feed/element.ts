import { findAttributes } from '../text/attributes';
import { decodeEntities } from '../text/entities';
import { collapse, htmlToText } from '../text/html-text';
import { Markup } from '../text/markup';
import { readContent } from './content';
import { type Context, innerContext } from './context';
import { parseDate } from './dates';
import type { Draft } from './draft';
import { MAX_CHILDREN } from './limits';
import type { Scope } from './namespaces';
import { absoluteUrl } from './urls';

/** What was learned so far of the document that an element stands in. */
export interface DocumentFacts {
  /** Entities that its DOCTYPE declares. */
  declared: ReadonlyMap<string, string> | undefined;
  /** Of the feed. */
  language: string;
}

/** What is known of all elements of one name in one scope. */
export interface ElementKind {
  name: string;
  scope: Scope;
  /** In the field tables. */
  key: string;
  role: Role | undefined;
  field: ((draft: Draft, element: FeedElement, guess: boolean) => unknown) | undefined;
}

/** An `entry`, `root` or `feed` begins such; a `group` holds fields of the entry around it; a `void` has no end. */
export type Role = 'entry' | 'root' | 'feed' | 'group' | 'void';

/**
 * The element whose open tag was just read, as the field tables see it. One object serves for all elements of a
 * document, one after the other: a field reads of it what it needs, and keeps none of it.
 */
export class FeedElement {
  /** Whether the content and the close tag have been read. */
  isRead = false;
  /** Whether what `content` gave is markup. */
  hasElements = false;
  context: Context;
  kind: ElementKind;
  readonly #markup: Markup;
  readonly #document: DocumentFacts;
  readonly #kindOf: (name: string, scope: Scope) => ElementKind;
  /** By the slot of their names. */
  readonly #kinds: ElementKind[] = [];
  /** Of the attributes: `findAttributes`. */
  readonly #places: number[] = [];
  #count = 0;

  constructor(
    markup: Markup,
    context: Context,
    document: DocumentFacts,
    kindOf: (name: string, scope: Scope) => ElementKind,
  ) {
    this.#markup = markup;
    this.context = context;
    this.#document = document;
    this.#kindOf = kindOf;
    this.kind = kindOf('', context.scope);
  }

  /** Turns to the element at the current token, which stands in `outer`. */
  begin(outer: Context, isRoot: boolean): void {
    const { name, slot, source, innerStart, innerEnd } = this.#markup;
    this.isRead = false;
    this.context = outer;
    this.#count = 0;
    if (innerEnd > innerStart) {
      this.#count = findAttributes(source, innerStart, innerEnd, this.#places);
      if (/xml/i.test(this.#markup.inner))
        this.context = innerContext(outer, this.#markup.attributes(), isRoot);
    }
    const { scope } = this.context;
    let kind = this.#kinds[slot];
    if (kind?.name !== name || kind.scope !== scope) this.#kinds[slot] = kind = this.#kindOf(name, scope);
    this.kind = kind;
  }

  /** The value of an attribute, whatever its prefix and case; '' where it is missing. */
  attribute(name: string): string {
    const { source } = this.#markup;
    const places = this.#places;
    for (let i = 0; i < this.#count; i += 4) {
      const from = places[i] ?? 0;
      const to = places[i + 1] ?? 0;
      const start = to - name.length;
      const isWhole = start === from || (start > from && source.charAt(start - 1) === ':');
      if (isWhole && source.slice(start, to).toLowerCase() === name)
        return decodeEntities(source.slice(places[i + 2], places[i + 3]), this.#document.declared).trim();
    }
    return '';
  }

  /** An address in an attribute, absolute. */
  url(name: string): string {
    return absoluteUrl(this.attribute(name), this.context.base);
  }

  /** An address that is the element's text, absolute. */
  textUrl(): string {
    return absoluteUrl(this.text(), this.context.base);
  }

  /** A point in time, in the zone that feeds of this language mean where they name none. */
  date(): number | null {
    return parseDate(this.line(), this.context.language || this.#document.language);
  }

  /**
   * The content as it stands; reading it once is all there is. Without elements: the characters, decoded once. With
   * (`hasElements`): markup that HTML parsers read as it was meant. `isMarkup`: the document says that it is markup.
   */
  content(isMarkup = false): string {
    const markup = this.#markup;
    const { declared } = this.#document;
    this.isRead = true;
    this.hasElements = false;
    if (markup.selfClosing) return '';
    if (markup.simpleContent()) {
      const text = markup.inner;
      return markup.kind === 'cdata' ? text : decodeEntities(text, declared);
    }
    const { value, hasElements } = readContent(markup, declared, isMarkup);
    this.hasElements = hasElements;
    return value;
  }

  /** The content as plain text, trimmed; markup that should not be there is dropped. */
  text(): string {
    const value = this.content();
    return this.hasElements ? htmlToText(value) : value.trim();
  }

  /** The child elements of a small container, as keys and one line of text each, and all of its text. */
  parts(): { text: string; parts: [key: string, text: string][] } {
    const value = this.content(true);
    if (!this.hasElements) return { text: collapse(value), parts: [] };
    const parts: [string, string][] = [];
    const inner = new Markup(value);
    let key = '';
    let text = '';
    while (inner.next() && parts.length < MAX_CHILDREN) {
      if (inner.kind === 'text') text += decodeEntities(inner.inner, this.#document.declared);
      else if (inner.kind === 'open') {
        key = this.context.scope.key(inner.name);
        text = '';
      } else if (inner.kind === 'close') {
        if (key !== '') parts.push([key, collapse(text)]);
        key = text = '';
      }
    }
    return { text: htmlToText(value), parts };
  }

  /** An image's address: in an attribute, in a `url` inside, or as the text. */
  imageUrl(): string {
    const direct = this.url('href') || this.url('url') || this.url('resource');
    if (direct !== '') return direct;
    const { text, parts } = this.parts();
    const inner =
      parts.find(([key]) => key === 'url' || key === 'href')?.[1] ?? (parts.length === 0 ? text : '');
    return /\s/.test(inner) ? '' : absoluteUrl(inner, this.context.base);
  }

  /** The content as one line of plain text. */
  line(): string {
    return collapse(this.text());
  }
}
