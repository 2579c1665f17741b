import type { Attribute } from '../text/attributes';
import { decodeEntities } from '../text/entities';
import { Markup } from '../text/markup';

/** A piece of HTML, by its offsets. */
export interface Span {
  start: number;
  end: number;
}

/** An element as it was opened. `outer` is what it stands in; null at the top. */
export interface Opened {
  tag: string;
  attributes: readonly Attribute[];
  start: number;
  outer: Opened | null;
}

const words = (text: string) => new Set(text.split(/\s+/));

const alone = words('area base br col embed hr img input link meta param source track wbr');
/** Their content is no HTML; each is one whole. */
const raw = words('script style template noscript title textarea iframe object svg math');
/** Whose end a writer may leave out, by what ends it: the tag that begins there. */
const paragraphEnds = words(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul',
);
const itemEnds: Record<string, ReadonlySet<string>> = {
  li: words('li'),
  dt: words('dt dd'),
  dd: words('dt dd'),
  td: words('td th'),
  th: words('td th'),
  tr: words('td th tr'),
};
/** Behind so many elements none is looked for that was left open; below so many, elements are not told apart. */
const far = 16;
const deepest = 200;

/**
 * The elements of an article in the order of their tags, each given to `onOpen`, and to `onClose` with its span when it
 * ends. As a browser takes them where HTML is written as people write it; what is never closed ends with what it stands
 * in. Linear, without a DOM.
 */
export function walkElements(
  html: string,
  onOpen: (element: Opened) => void,
  onClose: (element: Opened, span: Span) => void,
): void {
  const walk = new Walk(onOpen, onClose);
  const markup = new Markup(html);
  while (markup.next()) {
    if (markup.kind === 'open') walk.open(markup);
    else if (markup.kind === 'close') walk.close(markup);
  }
  walk.closeTo(0, html.length, html.length);
}

class Walk {
  readonly #open: Opened[] = [];
  /** How many of each name are open: a close tag of none is passed over at once. */
  readonly #counts = new Map<string, number>();

  constructor(
    private readonly onOpen: (element: Opened) => void,
    private readonly onClose: (element: Opened, span: Span) => void,
  ) {}

  open(markup: Markup): void {
    const tag = markup.name.toLowerCase();
    const { start, end } = markup;
    this.#endItems(tag, start);
    const outer = this.#open.at(-1) ?? null;
    const element = { tag, attributes: described(markup), start, outer };
    this.onOpen(element);
    if (raw.has(tag) && !markup.selfClosing) markup.skipRaw(tag);
    if (alone.has(tag) || markup.selfClosing || this.#open.length >= deepest) {
      this.onClose(element, { start, end });
      return;
    }
    this.#open.push(element);
    this.#counts.set(tag, (this.#counts.get(tag) ?? 0) + 1);
  }

  close({ name, start, end }: Markup): void {
    const tag = name.toLowerCase();
    if (!this.#counts.get(tag)) return;
    this.closeTo(
      this.#open.findLastIndex((one) => one.tag === tag),
      start,
      end,
    );
  }

  /** Ends all elements from that depth on: the outermost at `end`, those in it before its close tag. */
  closeTo(depth: number, inner: number, end: number): void {
    while (this.#open.length > depth) {
      const element = this.#open.pop();
      if (!element) return;
      this.#counts.set(element.tag, (this.#counts.get(element.tag) ?? 1) - 1);
      this.onClose(element, { start: element.start, end: this.#open.length === depth ? end : inner });
    }
  }

  /** Ends the paragraph, item or cell that this tag's element cannot stand in. */
  #endItems(tag: string, at: number): void {
    const ended = itemEnds[tag];
    const nearest = Math.max(0, this.#open.length - far);
    for (let depth = this.#open.length - 1; depth >= nearest; depth--) {
      const open = this.#open[depth]?.tag ?? '';
      const ends = open === 'p' ? paragraphEnds.has(tag) : ended?.has(open);
      if (ends) this.closeTo(depth, at, at);
      else if (paragraphEnds.has(open) && open !== 'p') return;
    }
  }
}

function described(markup: Markup): Attribute[] {
  return markup
    .attributes()
    .map(({ name, value }) => ({ name: name.toLowerCase(), value: decodeEntities(value) }));
}
