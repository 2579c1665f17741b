import type { ParsedFeed } from '../model/parsed';
import type { Attribute } from '../text/attributes';
import { Markup } from '../text/markup';
import { type Context, innerContext } from './context';
import { parseDate } from './dates';
import { declaredEntities } from './declared-entities';
import { type EntryDraft, newEntryDraft, newFeedDraft, offer } from './draft';
import { type DocumentFacts, FeedElement } from './element';
import { entryFields } from './entry-fields';
import { feedFields } from './feed-fields';
import { finishEntry, finishFeed } from './finish';
import { MAX_CHILDREN, MAX_ENTRIES } from './limits';
import { Scope } from './namespaces';
import { type FrameKind, OpenElements } from './open-elements';
import { absoluteUrl, innerBase } from './urls';

const NO_ATTRIBUTES: Attribute[] = [];

/** Elements that hold fields of the entry around them. */
const GROUPS = new Set(['media:group', 'media:content', 'itunes:category']);

/** Documents that are none of ours: before the root of a feed these stand only where there is no feed. */
const OTHERS = new Set([
  'html',
  'head',
  'body',
  'opml',
  'urlset',
  'sitemapindex',
  'svg',
  'xhtml:html',
  'svg:svg',
]);

/** Elements that an unescaped article leaves open. */
const NEVER_CLOSED = new Set(['br', 'hr', 'img', 'meta', 'wbr', 'p', 'input']);

/** Reads a feed out of XML, or of what was meant as XML. */
export class FeedReader {
  readonly #markup: Markup;
  readonly #draft = newFeedDraft();
  readonly #open: OpenElements;
  #entry: EntryDraft | null = null;
  readonly #facts: DocumentFacts = { declared: undefined, language: '' };
  #hasRoot = false;
  /** Entries that their close tag ended, and those that the next one ended. */
  #closed = 0;
  #unclosed = 0;

  constructor(text: string, url: string, language: string) {
    this.#markup = new Markup(text);
    this.#open = new OpenElements({ scope: new Scope(null), base: url, language });
  }

  /** Null where the document is no feed. */
  read(): ParsedFeed | null {
    const markup = this.#markup;
    while (markup.next()) {
      if (markup.kind === 'close') this.#leave(markup.name.toLowerCase());
      else if (markup.kind === 'open') {
        if (!this.#enter()) return null;
      } else if (markup.kind === 'doctype' && !this.#hasRoot) {
        this.#facts.declared = declaredEntities(markup.source.slice(markup.innerStart, markup.innerEnd));
      }
    }
    return this.#hasRoot ? this.#finish() : null;
  }

  /** False where the element shows that this is no feed. */
  #enter(): boolean {
    const markup = this.#markup;
    const attributes = markup.innerEnd > markup.innerStart ? markup.attributes() : NO_ATTRIBUTES;
    const context = innerContext(this.#open.top.context, attributes, this.#open.depth === 1);
    const element = new FeedElement(context.scope.key(markup.name), attributes, context, markup, this.#facts);
    if (!this.#hasRoot && OTHERS.has(element.key)) return false;
    if (this.#begins(element) || !this.#hasRoot) return true;
    if (++this.#open.top.children <= MAX_CHILDREN) this.#field(element);
    if (!element.isRead && !NEVER_CLOSED.has(element.key)) {
      this.#push(this.#entry !== null && GROUPS.has(element.key) ? 'group' : 'other', element.context);
    }
    return true;
  }

  /** Lets the element's field speak to the entry or feed that it stands in. */
  #field(element: FeedElement): void {
    const { kind } = this.#open.top;
    const guess = this.#draft.value.format !== 'atom';
    if (this.#entry !== null) {
      if (kind === 'entry' || kind === 'group') entryFields.get(element.key)?.(this.#entry, element, guess);
    } else if (kind === 'feed' || kind === 'root') {
      feedFields.get(element.key)?.(this.#draft, element, guess);
      this.#facts.language = this.#draft.value.language;
    }
  }

  /** Whether the element begins a document, a feed or an entry, which is then entered. */
  #begins(element: FeedElement): boolean {
    switch (element.key) {
      case 'item':
      case 'entry':
        this.#root(element.key === 'item' ? 'rss' : 'atom', '');
        this.#beginEntry(element);
        return true;
      case 'rss':
      case 'rdf:rdf':
      case 'rdf':
        this.#popTo(1);
        this.#root(element.key === 'rss' ? 'rss' : 'rdf', element.attribute('version'));
        this.#push('root', element.context);
        return true;
      case 'feed':
      case 'channel':
        if (this.#entry !== null) return false;
        this.#beginFeed(element);
        return true;
      default:
        return false;
    }
  }

  /** Of several roots the first says what the document is. */
  #root(format: ParsedFeed['format'], version: string): void {
    if (this.#hasRoot) return;
    this.#hasRoot = true;
    this.#draft.value.format = format;
    this.#draft.value.version = version;
  }

  /** RSS, Atom and CDF; CDF and RDF say some things by attributes. */
  #beginFeed(element: FeedElement): void {
    const isCdf = element.key === 'channel' && !this.#hasRoot && element.attribute('href') !== '';
    if (element.key === 'feed') this.#root('atom', element.attribute('version') || '1.0');
    else this.#root(isCdf ? 'cdf' : 'rss', '');
    const { context } = element;
    const base = isCdf ? innerBase(element.attribute('base'), context.base) : context.base;
    offer(this.#draft, 'link', 1, absoluteUrl(element.attribute('href'), base));
    offer(this.#draft, 'updated', 1, parseDate(element.attribute('lastmod')));
    offer(this.#draft, 'id', 1, element.attribute('about'));
    offer(this.#draft, 'language', 1, context.language);
    this.#push('feed', { ...context, base });
  }

  #beginEntry(element: FeedElement): void {
    if (this.#entry !== null) {
      this.#unclosed++;
      this.#popTo(this.#open.depthOfKind('entry'));
    }
    const { base, language } = element.context;
    const about = element.attribute('about');
    const entry = newEntryDraft(base, language);
    offer(entry, 'id', 4, about);
    offer(entry, 'link', 1, element.url('href') || absoluteUrl(about, base));
    offer(entry, 'updated', 1, parseDate(element.attribute('lastmod')));
    if (this.#markup.selfClosing) return;
    this.#entry = entry;
    this.#push('entry', element.context);
  }

  #push(kind: FrameKind, context: Context): void {
    if (!this.#markup.selfClosing) this.#open.push(kind, this.#markup.name.toLowerCase(), context);
  }

  #leave(name: string): void {
    if (this.#open.forgive(name)) return;
    const depth = this.#open.depthOf(name);
    if (depth === 0) return;
    if (this.#entry !== null && this.#open.depthOfKind('entry') >= depth) this.#closed++;
    this.#popTo(depth);
  }

  /** Leaves elements until so many are open; an entry that is left is done. */
  #popTo(depth: number): void {
    while (this.#open.depth > depth) {
      if (this.#open.pop().kind === 'entry') this.#keepEntry();
    }
  }

  #keepEntry(): void {
    const { entries } = this.#draft.value;
    if (this.#entry === null) return;
    if (entries.length < MAX_ENTRIES) entries.push(finishEntry(this.#entry, this.#draft.value.format));
    else this.#draft.value.truncated = true;
    this.#entry = null;
  }

  /** An entry that the end of the document cut off is dropped, unless no entry here has an end. */
  #finish(): ParsedFeed {
    if (this.#open.depth > 1 || this.#markup.cut) this.#draft.value.truncated = true;
    if (this.#closed === 0 && this.#unclosed > 0) this.#keepEntry();
    return finishFeed(this.#draft);
  }
}
