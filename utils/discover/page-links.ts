import type { Attribute } from '../text/attributes';
import { decodeEntities } from '../text/entities';
import { collapse, cutText } from '../text/html-text';
import { Markup } from '../text/markup';

/** A page is not read beyond this many characters: feeds are announced at its head, links to them at its foot. */
const maxPage = 8 * 1024 * 1024;
/** Of each kind, before duplicates go. */
const maxKept = 512;
const maxValue = 4096;
/** What is in the address, type or text of every link that could be to a feed. */
const feedLike = /rss|atom|feed|xml|rdf|json|syndication|订阅|訂閱|フィード/i;

/** Elements whose content is no markup. */
const raw = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);

export interface PageLink {
  href: string;
  rel: string;
  type: string;
  /** Plain text: the attribute `title` or `aria-label`, or the first text in an `a`. */
  title: string;
}

/** What of a page matters for finding feeds. Addresses are as written. */
export interface PageLinks {
  /** Of the first `base`; '' without one. */
  base: string;
  links: PageLink[];
  /** Of `a`, those that could be a feed's. */
  anchors: PageLink[];
  /** `meta`: name, property or itemprop in lower case -> content. */
  meta: Map<string, string>;
}

function readAttributes(attributes: readonly Attribute[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const { name, value } of attributes) {
    const key = name.toLowerCase();
    if (value.length <= maxValue && !values.has(key)) values.set(key, decodeEntities(value).trim());
  }
  return values;
}

function pageLink(markup: Markup): PageLink {
  const values = readAttributes(markup.attributes());
  return {
    href: values.get('href') ?? '',
    rel: values.get('rel')?.toLowerCase() ?? '',
    type: values.get('type') ?? '',
    title: plainTitle(values.get('title') || (values.get('aria-label') ?? '')),
  };
}

function plainTitle(text: string): string {
  return cutText(collapse(text), 200);
}

/** Collects what matters while the page goes by. */
class PageReader {
  readonly page: PageLinks = { base: '', links: [], anchors: [], meta: new Map() };
  /** The `a` that is open. */
  #anchor: PageLink | null = null;

  enter(markup: Markup, name: string): void {
    const { page } = this;
    if (name === 'link' && page.links.length < maxKept) page.links.push(pageLink(markup));
    if (name === 'a') {
      this.leave();
      this.#anchor = page.anchors.length < maxKept ? pageLink(markup) : null;
    }
    if (name === 'base' && page.base === '') {
      page.base = readAttributes(markup.attributes()).get('href') ?? '';
    }
    if (name === 'meta' && page.meta.size < maxKept) this.#meta(readAttributes(markup.attributes()));
  }

  /** Gives an `a` without a title the first text in it. */
  text(markup: Markup): void {
    if (this.#anchor?.title !== '') return;
    const text = markup.source.slice(markup.start, Math.min(markup.end, markup.start + 1000));
    this.#anchor.title = plainTitle(decodeEntities(text));
  }

  /** The open `a` ends. */
  leave(): void {
    const link = this.#anchor;
    this.#anchor = null;
    if (!link || link.href === '') return;
    if (feedLike.test(`${link.href} ${link.type} ${link.title}`)) this.page.anchors.push(link);
  }

  #meta(values: ReadonlyMap<string, string>): void {
    const key = values.get('name') ?? values.get('property') ?? values.get('itemprop');
    if (key) this.page.meta.set(key.toLowerCase(), values.get('content') ?? '');
  }
}

/** Reads a page's links in one pass over the text, without a DOM: in time linear in the page, whatever is in it. */
export function readPage(html: string): PageLinks {
  const reader = new PageReader();
  const markup = new Markup(html.length > maxPage ? html.slice(0, maxPage) : html);
  while (markup.next()) {
    if (markup.kind === 'text') reader.text(markup);
    const tag = markup.kind === 'open' || markup.kind === 'close';
    if (!tag || markup.name.length > 8) continue;
    const name = markup.name.toLowerCase();
    if (markup.kind === 'close') {
      if (name === 'a') reader.leave();
    } else if (raw.has(name)) markup.skipRaw(name);
    else reader.enter(markup, name);
  }
  reader.leave();
  return reader.page;
}
