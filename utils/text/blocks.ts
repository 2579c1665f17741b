import { decodeEntities } from './entities';
import { collapse } from './html-text';
import { Markup } from './markup';

/** A run of words and pictures that no other block interrupts: a paragraph, a line between two empty ones, a cell. */
export interface Block {
  /** Offsets in the HTML, from its first to its last piece. */
  start: number;
  end: number;
  /** White space collapsed; '' where there are only pictures, or nothing to see. */
  text: string;
  /** Where its links lead, and where its pictures and players come from, in order, as written. */
  links: string[];
  media: string[];
  heading: boolean;
}

/** Elements that flow with the words around them; every other one ends a block. */
export const inlineElements = new Set(
  `a abbr acronym audio b bdi bdo big button cite code data del dfn em embed font i img ins kbd label mark math object
  picture q rb rp rt ruby s samp small source span strike strong sub sup svg time track tt u var video wbr iframe`.split(
    /\s+/,
  ),
);
/** Their content is no HTML, or not shown, or one whole with its element. */
const skipped = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'title',
  'svg',
  'math',
  'object',
  'iframe',
]);
const media = new Set(['img', 'video', 'audio', 'embed', 'source', 'svg', 'math', 'object', 'iframe']);
const heading = /^h[1-6]$/;

/** The blocks of an article's HTML that show something. Linear in the HTML, without a DOM, whatever its nesting. */
export function splitBlocks(html: string): Block[] {
  const splitting = new Splitting();
  const markup = new Markup(html);
  while (markup.next()) splitting.read(markup);
  splitting.close();
  return splitting.blocks;
}

class Splitting {
  readonly blocks: Block[] = [];
  #open: Block | null = null;
  #text = '';
  #breaks = 0;
  #heading = false;

  read(markup: Markup): void {
    const { kind } = markup;
    if (kind === 'text') this.#words(markup, decodeEntities(markup.source.slice(markup.start, markup.end)));
    else if (kind === 'cdata') this.#words(markup, markup.source.slice(markup.innerStart, markup.innerEnd));
    else if (kind === 'open' || kind === 'close') this.#tag(markup, markup.name.toLowerCase());
  }

  close(): void {
    const block = this.#open;
    this.#open = null;
    if (!block) return;
    block.text = collapse(this.#text);
    this.#text = '';
    if (block.text !== '' || block.media.length > 0) this.blocks.push(block);
  }

  #words(markup: Markup, words: string): void {
    if (words.trim() !== '') this.#breaks = 0;
    else if (!this.#open) return;
    this.#extend(markup);
    this.#text += words;
  }

  #tag(markup: Markup, name: string): void {
    const opens = markup.kind === 'open';
    if (name === 'br') this.#break(markup);
    else if (inlineElements.has(name)) this.#extend(markup);
    else {
      this.close();
      this.#breaks = 0;
      if (heading.test(name)) this.#heading = opens;
    }
    if (!opens) return;
    if (name === 'a') this.#links(markup);
    if (skipped.has(name) && !markup.selfClosing) markup.skipRaw(name);
    if (media.has(name)) this.#media(markup);
  }

  /** One line break is part of a paragraph, two are the border between paragraphs. */
  #break(markup: Markup): void {
    this.#breaks++;
    if (this.#breaks > 1) this.close();
    else if (this.#open) this.#extend(markup);
    if (this.#open) this.#text += ' ';
  }

  #extend({ start, end }: Markup): void {
    this.#open ??= { start, end, text: '', links: [], media: [], heading: this.#heading };
    this.#open.end = end;
  }

  #links(markup: Markup): void {
    const href = attribute(markup, 'href');
    if (href !== '') this.#open?.links.push(href);
  }

  /** Something to see, also where it says in another way than by `src` where it comes from. */
  #media(markup: Markup): void {
    this.#open?.media.push(attribute(markup, 'src') || markup.source.slice(markup.start, markup.end));
    this.#breaks = 0;
  }
}

function attribute(markup: Markup, name: string): string {
  const found = markup.attributes().find((one) => one.name.toLowerCase() === name);
  return decodeEntities(found?.value ?? '').trim();
}
