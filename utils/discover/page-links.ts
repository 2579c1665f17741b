import type { Attribute } from '../text/attributes';
import { decodeEntities } from '../text/entities';
import { htmlToText } from '../text/html-text';
import { Markup } from '../text/markup';

/** A page is not read beyond this many characters: feeds are announced at its head, links to them at its foot. */
const maxPage = 8 * 1024 * 1024;
/** Of each kind, before duplicates go. */
const maxKept = 512;
const maxValue = 4096;

/** Elements whose content is no markup. */
const raw = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);

export interface PageLink {
  href: string;
  rel: string;
  type: string;
  /** Plain text: the attribute `title`, or the text of an `a`. */
  title: string;
}

/** What of a page matters for finding feeds. Addresses are as written. */
export interface PageLinks {
  /** Of the first `base`; '' without one. */
  base: string;
  links: PageLink[];
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

function pageLink(values: ReadonlyMap<string, string>, text = ''): PageLink {
  return {
    href: values.get('href') ?? '',
    rel: values.get('rel')?.toLowerCase() ?? '',
    type: values.get('type') ?? '',
    title: htmlToText(values.get('title') || text || (values.get('aria-label') ?? ''), 200),
  };
}

/** The text right after an `a`, or inside the first elements in it. */
function textAfter(markup: Markup): string {
  const ahead = new Markup(markup.source.slice(markup.end, markup.end + 256));
  for (let tokens = 0; tokens < 4 && ahead.next(); tokens++) {
    if (ahead.kind === 'close' && ahead.name.toLowerCase() === 'a') return '';
    const text = ahead.kind === 'text' ? ahead.source.slice(ahead.start, ahead.end) : '';
    if (text.trim() !== '') return text;
  }
  return '';
}

function collect(markup: Markup, name: string, page: PageLinks): void {
  if (name === 'link' && page.links.length < maxKept) {
    page.links.push(pageLink(readAttributes(markup.attributes())));
  }
  if (name === 'a' && page.anchors.length < maxKept * 8) {
    page.anchors.push(pageLink(readAttributes(markup.attributes()), textAfter(markup)));
  }
  if (name === 'base' && page.base === '') {
    page.base = readAttributes(markup.attributes()).get('href') ?? '';
  }
  if (name === 'meta' && page.meta.size < maxKept) {
    const values = readAttributes(markup.attributes());
    const key = values.get('name') ?? values.get('property') ?? values.get('itemprop');
    if (key) page.meta.set(key.toLowerCase(), values.get('content') ?? '');
  }
}

/** Reads a page's links in one pass over the text, without a DOM: in time linear in the page, whatever is in it. */
export function readPage(html: string): PageLinks {
  const page: PageLinks = { base: '', links: [], anchors: [], meta: new Map() };
  const markup = new Markup(html.length > maxPage ? html.slice(0, maxPage) : html);
  while (markup.next()) {
    if (markup.kind !== 'open' || markup.name.length > 8) continue;
    const name = markup.name.toLowerCase();
    if (raw.has(name)) markup.skipRaw(name);
    else collect(markup, name, page);
  }
  return page;
}
