import type { Outline } from '../model/outline';
import { addressKey } from '../text/address';
import { decodeEntities } from '../text/entities';
import { Markup } from '../text/markup';
import { namespacePrefix, namespaceUri } from './namespace';
import { plainName } from './plain-text';
import {
  feedOutline,
  importedAddress,
  isLink,
  shownName,
  sortAttributes,
  writtenAddress,
} from './read-outline';

/** Characters. */
const maxSize = 20 * 1024 * 1024;
const maxOutlines = 20_000;
/** Folders that are deeper are opened: what is in them moves up. */
const maxDepth = 32;

export interface OpmlDocument {
  title: string;
  outlines: Outline[];
  /** Feeds that stood there already under nearly the same address (http, https, www, a final slash); the first stays. */
  merged: { title: string; url: string; into: string }[];
  /** Feeds that were not taken: no web address, or one in a private network. */
  refused: { title: string; url: string; reason: 'address-invalid' | 'address-private' }[];
  /** There were more than 20,000 outlines; those after are left out. */
  truncated: boolean;
}

export interface OpmlUnreadable {
  reason: 'not-opml' | 'too-big' | 'no-feeds' | 'entities';
}

/** Builds the tree of outlines while the document goes by. */
class OpmlReader {
  readonly document: OpmlDocument = { title: '', outlines: [], merged: [], refused: [], truncated: false };
  /** What our namespace is called in this document. */
  prefix = namespacePrefix;
  /** For every open outline the list that its children go to. */
  readonly #open: Outline[][] = [];
  readonly #feeds = new Map<string, Outline>();
  #count = 0;

  get empty(): boolean {
    return this.#feeds.size === 0 && this.document.refused.length === 0;
  }

  /** Takes an outline's tag; false when there are too many. */
  enter(markup: Markup): boolean {
    this.#count++;
    if (this.#count > maxOutlines) this.document.truncated = true;
    if (this.document.truncated) return false;
    const siblings = this.#siblings();
    const inside = this.#take(markup, siblings);
    if (!markup.selfClosing) this.#open.push(this.#open.length < maxDepth ? inside : siblings);
    return true;
  }

  leave(): void {
    this.#open.pop();
  }

  #siblings(): Outline[] {
    return this.#open.at(-1) ?? this.document.outlines;
  }

  /** Adds what the tag stands for, and gives the list for what is inside it. */
  #take(markup: Markup, siblings: Outline[]): Outline[] {
    const attributes = sortAttributes(markup.attributes(), this.prefix);
    const written = writtenAddress(attributes.plain);
    const title = shownName(attributes.plain);
    if (written === '') {
      if (title === '' || isLink(attributes.plain)) return siblings;
      const folder: Outline = { title, xmlUrl: '', htmlUrl: '', children: [] };
      siblings.push(folder);
      return folder.children;
    }
    const address = importedAddress(written);
    if ('refused' in address) {
      this.document.refused.push({ title, url: written.slice(0, 2000), reason: address.refused });
    } else this.#addFeed(feedOutline(address.url, attributes), siblings);
    return siblings;
  }

  #addFeed(feed: Outline, siblings: Outline[]): void {
    const key = addressKey(feed.xmlUrl);
    const first = this.#feeds.get(key);
    if (first) {
      this.document.merged.push({ title: feed.title, url: feed.xmlUrl, into: first.xmlUrl });
      if (first.title === '') first.title = feed.title;
      return;
    }
    this.#feeds.set(key, feed);
    siblings.push(feed);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** What a document calls our namespace. */
function ownPrefix(root: Markup): string {
  const bound = root
    .attributes()
    .find(({ name, value }) => name.startsWith('xmlns:') && value === namespaceUri);
  return bound ? bound.name.slice('xmlns:'.length) : namespacePrefix;
}

/** Moves to the root's tag. Declared entities are refused: nothing that people exchange needs them, and bombs are made of them. */
function findRoot(markup: Markup): OpmlUnreadable | null {
  while (markup.next()) {
    if (markup.kind === 'doctype' && /<!ENTITY/i.test(markup.source.slice(markup.start, markup.end))) {
      return { reason: 'entities' };
    }
    if (markup.kind !== 'open') continue;
    const name = localName(markup.name);
    if (name === 'opml' || name === 'outlinedocument') return null;
    if (name === 'rss' || name === 'feed' || name === 'html' || name === 'rdf') break;
  }
  return { reason: 'not-opml' };
}

function readTitle(markup: Markup): string {
  let text = '';
  while (markup.next() && (markup.kind === 'text' || markup.kind === 'cdata')) {
    const inner = markup.source.slice(
      markup.innerStart,
      Math.min(markup.innerEnd, markup.innerStart + 16_384),
    );
    text += markup.kind === 'cdata' ? inner : decodeEntities(inner);
  }
  return plainName(text);
}

/**
 * Reads an OPML document of any version and spelling: folders, feeds, and what we say of feeds in our own namespace.
 * Names come as plain text, addresses canonical; nothing is asked of the network. In time linear in the text.
 * Gives the reason when it is no OPML, is over 20 MB, has no feeds at all, or declares entities.
 */
export function parseOpml(text: string): OpmlDocument | OpmlUnreadable {
  if (text.length > maxSize) return { reason: 'too-big' };
  const markup = new Markup(text);
  const problem = findRoot(markup);
  if (problem) return problem;
  const reader = new OpmlReader();
  reader.prefix = ownPrefix(markup);
  while (markup.next()) {
    if (markup.kind === 'close' && localName(markup.name) === 'outline') reader.leave();
    if (markup.kind !== 'open') continue;
    const name = localName(markup.name);
    if (name === 'title' && reader.document.title === '') reader.document.title = readTitle(markup);
    if (name === 'outline' && !reader.enter(markup)) break;
  }
  return reader.empty ? { reason: 'no-feeds' } : reader.document;
}
