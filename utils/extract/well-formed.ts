import { decodeEntities } from '../text/entities';
import { Markup } from '../text/markup';

const words = (text: string) => new Set(text.trim().split(/\s+/));

const voids = words('area base br col embed hr img input link meta param source track wbr');
/** What holds code, or nothing that is read; with all that is inside. */
const unread = words('script style template textarea iframe noembed noframes object svg canvas select');
/** The document itself: it is made anew. */
const frame = words('html head body base link meta');
const closesParagraph =
  words(`address article aside blockquote center details dialog dir div dl fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul`);
/** Which open elements an open tag ends by itself, and how far outside it looks for them. */
const endedBy: Record<string, { ends: Set<string>; walls: Set<string> }> = {
  li: { ends: words('li'), walls: words('ul ol menu dir') },
  dd: { ends: words('dd dt'), walls: words('dl') },
  dt: { ends: words('dd dt'), walls: words('dl') },
  td: { ends: words('td th'), walls: words('table tr') },
  th: { ends: words('td th'), walls: words('table tr') },
  tr: { ends: words('tr'), walls: words('table tbody thead tfoot') },
  tbody: { ends: words('tbody thead tfoot'), walls: words('table') },
  thead: { ends: words('tbody thead tfoot'), walls: words('table') },
  tfoot: { ends: words('tbody thead tfoot'), walls: words('table') },
};
/** A close tag of something outside does not reach through these. */
const cells = words('table td th caption');
const inTables = words('table tbody thead tfoot tr td th caption');
const paragraphWalls = words('table td th caption button');

/** Deeper than this nobody writes; what is below keeps its words. */
const deepest = 200;
/** Elements of one page. */
const most = 60_000;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '');

/**
 * A web page as markup in which every element is closed, for a parser that knows no other: what a browser's would make of
 * it where pages are written as people write them, without the fine print. Scripts, styles, frames and comments are left out. Linear;
 * never throws.
 */
export function wellFormed(html: string): string {
  const page = new Page();
  const markup = new Markup(html);
  while (markup.next()) {
    if (markup.kind === 'text') page.text(decodeEntities(html.slice(markup.start, markup.end)));
    else if (markup.kind === 'close') page.close(markup.name.toLowerCase());
    else if (markup.kind === 'open') open(page, markup);
  }
  return page.finish();
}

function open(page: Page, markup: Markup): void {
  const name = markup.name.toLowerCase();
  if (unread.has(name)) {
    if (!markup.selfClosing) markup.skipRaw(markup.name);
  } else if (name === 'title') {
    const start = markup.end;
    markup.skipRaw(markup.name);
    page.title ||= decodeEntities(markup.source.slice(start, markup.end));
  } else if (!frame.has(name) && /^[a-z][a-z\d-]*$/.test(name)) page.open(name, attributesOf(markup));
}

function attributesOf(markup: Markup): string {
  const seen = new Set<string>();
  return markup
    .attributes()
    .map(({ name, value }) => {
      const key = name.toLowerCase();
      if (seen.has(key) || !/^[a-z][\w-]*$/.test(key) || key.startsWith('on')) return '';
      seen.add(key);
      return ` ${key}="${escapeText(shown(key, decodeEntities(value)))}"`;
    })
    .join('');
}

/** What waits for a script to be shown is shown: so come the articles of WeChat. */
function shown(name: string, value: string): string {
  return name === 'style'
    ? value.replace(/(?:visibility\s*:\s*hidden|opacity\s*:\s*0)\s*(?:;|$)/gi, '')
    : value;
}

/** A page under construction. */
class Page {
  title = '';
  readonly #parts: string[] = [];
  readonly #open: string[] = [];
  #made = 0;

  text(text: string): void {
    this.#parts.push(escapeText(text));
  }

  open(name: string, attributes: string): void {
    this.#endBefore(name);
    if (this.#made++ > most || this.#open.length >= deepest) return;
    this.#parts.push(voids.has(name) ? `<${name}${attributes}/>` : `<${name}${attributes}>`);
    if (!voids.has(name)) this.#open.push(name);
  }

  close(name: string): void {
    if (name === 'br') this.#parts.push('<br/>');
    this.#end(justThis(name), inTables.has(name) ? nothing : cells);
  }

  finish(): string {
    while (this.#open.length > 0) this.#pop();
    return `<html><head><title>${escapeText(this.title)}</title></head><body>${this.#parts.join('')}</body></html>`;
  }

  #endBefore(name: string): void {
    if (closesParagraph.has(name)) this.#end(paragraph, paragraphWalls);
    const rule = endedBy[name];
    if (rule) this.#end(rule.ends, rule.walls);
  }

  /** Closes the innermost of these elements with all inside it, unless a wall stands before it. */
  #end(names: ReadonlySet<string>, walls: ReadonlySet<string>): void {
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const name = this.#open[at] ?? '';
      if (names.has(name)) {
        while (this.#open.length > at) this.#pop();
        return;
      }
      if (walls.has(name)) return;
    }
  }

  #pop(): void {
    this.#parts.push(`</${this.#open.pop()}>`);
  }
}

const nothing: ReadonlySet<string> = new Set();
const paragraph = words('p');
const justThis = (name: string): ReadonlySet<string> => new Set([name]);
