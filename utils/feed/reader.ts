import type { ParsedFeed } from '../model/parsed';
import { Markup } from '../text/markup';
import type { Context } from './context';
import { parseDate } from './dates';
import { declaredEntities } from './declared-entities';
import { type Draft, newDraft, newFeed, offer } from './draft';
import { type DocumentFacts, type ElementKind, FeedElement, type Role } from './element';
import { fields } from './fields';
import { finishEntry, finishFeed } from './finish';
import { MAX_CHILDREN, MAX_ENTRIES } from './limits';
import { Scope } from './namespaces';
import { type FrameKind, OpenElements } from './open-elements';
import { absoluteUrl, innerBase } from './urls';

/** What elements do beside what their fields say; `rdf` is also written without its namespace. */
const ROLES: Partial<Record<string, Role>> = {
  item: 'entry',
  entry: 'entry',
  rss: 'root',
  rdf: 'root',
  'rdf:rdf': 'root',
  feed: 'feed',
  channel: 'feed',
  'media:group': 'group',
  'media:content': 'group',
  'itunes:category': 'group',
  // An unescaped article leaves these open.
  br: 'void',
  hr: 'void',
  img: 'void',
  p: 'void',
};

/** Documents that are none of ours: before the root of a feed these stand only where there is no feed. */
const OTHERS = /^(xhtml:|svg:)?(html|head|body|opml|urlset|sitemapindex|svg)$/;

function kindOf(name: string, scope: Scope): ElementKind {
  const key = scope.key(name);
  return { name, scope, key, role: ROLES[key], field: fields.get(key) };
}

/** Reads a feed out of XML, or of what was meant as XML. */
export class FeedReader {
  readonly #markup: Markup;
  readonly #feed = newFeed();
  readonly #draft: Draft;
  readonly #open: OpenElements;
  readonly #element: FeedElement;
  #entry: Draft | null = null;
  #entryDepth = 0;
  readonly #facts: DocumentFacts = { declared: undefined, language: '' };
  #hasRoot = false;
  /** Entries that the next one ended. */
  #unclosed = 0;

  constructor(text: string, url: string, language: string) {
    this.#markup = new Markup(text);
    this.#draft = newDraft(url, language, this.#feed);
    const context = { scope: new Scope(null), base: url, language };
    this.#open = new OpenElements(context);
    this.#element = new FeedElement(this.#markup, context, this.#facts, kindOf);
  }

  /** Null where the document is no feed. */
  read(): ParsedFeed | null {
    const markup = this.#markup;
    for (markup.skipSpace(); markup.next(); markup.skipSpace()) {
      if (markup.kind === 'close') this.#leave(markup.name.toLowerCase());
      else if (markup.kind === 'open') {
        if (!this.#enter()) return null;
      } else if (markup.kind === 'doctype' && !this.#hasRoot) {
        this.#facts.declared = declaredEntities(markup.inner);
      }
    }
    return this.#hasRoot ? this.#finish() : null;
  }

  /** False where the element shows that this is no feed. */
  #enter(): boolean {
    const element = this.#element;
    this.#begin();
    if (!this.#hasRoot && OTHERS.test(element.kind.key)) return false;
    const { role } = element.kind;
    if (this.#begins(element, role) || !this.#hasRoot) return true;
    if (++this.#open.top.children <= MAX_CHILDREN) this.#field(element);
    if (!element.isRead && role !== 'void' && !this.#markup.simpleContent()) {
      this.#push(this.#entry !== null && role === 'group' ? 'group' : 'other', element.context);
    }
    return true;
  }

  /** Turns to the element at the current token, in what is open. */
  #begin(): void {
    this.#element.begin(this.#open.top.context, this.#open.depth === 1);
  }

  /** Lets the element's field speak to the entry or feed that it stands in. */
  #field(element: FeedElement): void {
    const { kind } = this.#open.top;
    const isEntry = kind === 'entry' || kind === 'group';
    const draft = this.#entry ?? this.#draft;
    if (this.#entry === null ? kind !== 'feed' && kind !== 'root' : !isEntry) return;
    element.kind.field?.(draft, element, this.#feed.format !== 'atom');
    if (draft.feed) this.#facts.language = draft.value.language;
  }

  /** Whether the element begins a document, a feed or an entry, which is then entered. */
  #begins(element: FeedElement, role: Role | undefined): boolean {
    const { key } = element.kind;
    if (role === 'entry') {
      this.#root(key === 'item' ? 'rss' : 'atom', '');
      this.#beginEntry(element);
    } else if (role === 'root') {
      this.#endAll(1);
      this.#root(key === 'rss' ? 'rss' : 'rdf', element.attribute('version'));
      this.#push('root', element.context);
    } else if (role === 'feed' && this.#entry === null) this.#beginFeed(element);
    else return false;
    return true;
  }

  /** Of several roots the first says what the document is. */
  #root(format: ParsedFeed['format'], version: string): void {
    if (this.#hasRoot) return;
    this.#hasRoot = true;
    this.#feed.format = format;
    this.#feed.version = version;
  }

  #beginFeed(element: FeedElement): void {
    const isCdf = element.kind.key === 'channel' && !this.#hasRoot && element.attribute('href') !== '';
    if (element.kind.key === 'feed') this.#root('atom', element.attribute('version') || '1.0');
    else this.#root(isCdf ? 'cdf' : 'rss', '');
    const { context } = element;
    const base = isCdf ? innerBase(element.attribute('base'), context.base) : context.base;
    this.#attributes(this.#draft, element, base);
    this.#push('feed', { ...context, base });
  }

  #beginEntry(element: FeedElement): void {
    if (this.#entry !== null) {
      this.#unclosed++;
      this.#endAll(this.#entryDepth);
    }
    if (this.#markup.selfClosing) return;
    this.#entry = newDraft('', '', null);
    this.#attributes(this.#entry, element, element.context.base);
    this.#entryDepth = this.#open.depth;
    this.#push('entry', element.context);
  }

  /** What a draft inherits; RDF and CDF say some things by attributes. */
  #attributes(draft: Draft, element: FeedElement, base: string): void {
    const about = element.attribute('about');
    draft.value.base = base;
    draft.value.language = element.context.language;
    offer(draft, 'id', 4, about);
    offer(draft, 'link', 1, absoluteUrl(element.attribute('href') || about, base));
    offer(draft, 'updated', 1, parseDate(element.attribute('lastmod')));
  }

  #push(kind: FrameKind, context: Context): void {
    if (!this.#markup.selfClosing) this.#open.push(kind, this.#markup.name.toLowerCase(), context);
  }

  #leave(name: string): void {
    const depth = this.#open.depthOf(name);
    if (depth > 0) this.#popTo(depth);
  }

  /** Leaves elements until so many are open; an entry that is left is done. */
  #popTo(depth: number): void {
    while (this.#open.depth > depth) {
      if (this.#open.pop().kind === 'entry') this.#keepEntry();
    }
  }

  /** Leaves what the current element ends by beginning, of which it inherits nothing. */
  #endAll(depth: number): void {
    this.#popTo(depth);
    this.#begin();
  }

  #keepEntry(): void {
    const { entries } = this.#feed;
    if (this.#entry === null) return;
    if (entries.length < MAX_ENTRIES) entries.push(finishEntry(this.#entry, this.#feed.format));
    else this.#feed.truncated = true;
    this.#entry = null;
  }

  /** An entry that the end of the document cut off is dropped, unless no entry here has an end. */
  #finish(): ParsedFeed {
    if (this.#open.depth > 1 || this.#markup.cut) this.#feed.truncated = true;
    if (this.#unclosed > 0 && this.#unclosed === this.#feed.entries.length) this.#keepEntry();
    return finishFeed(this.#feed, this.#draft);
  }
}
