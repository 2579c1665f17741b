import { collapse } from '../text/html-text';
import { addCategory, addEnclosure, addMedia } from './attachments';
import { escapeHtml } from './content';
import { type EntryDraft, offer, offerAuthor, offerLast } from './draft';
import { parseDuration } from './duration';
import type { FeedElement } from './element';
import { readPerson } from './person';
import { constructHtml, constructLine } from './text-construct';
import { absoluteUrl } from './urls';

/** What an element says about the entry it stands in. `guess`: the format does not say which texts are HTML. */
export type EntryField = (draft: EntryDraft, element: FeedElement, guess: boolean) => void;

function date(field: 'published' | 'updated', rank: number): EntryField {
  return (draft, element) => offerLast(draft, field, rank, element.date());
}

function title(rank: number): EntryField {
  return (draft, element, guess) => {
    const { text, type } = constructLine(element, guess);
    if (text !== '' && (draft.ranks.get('title') ?? 0) < rank) draft.value.titleType = type;
    offer(draft, 'title', rank, text);
  };
}

function html(field: 'summary' | 'content', rank: number): EntryField {
  return (draft, element, guess) => offerHtml(draft, element, field, rank, constructHtml(element, guess));
}

/** Sets a text, and with it what its relative addresses resolve against. */
function offerHtml(
  draft: EntryDraft,
  element: FeedElement,
  field: 'summary' | 'content',
  rank: number,
  value: string,
): void {
  if (value === '' || (draft.ranks.get(field) ?? 0) >= rank) return;
  offer(draft, field, rank, value);
  if (field === 'summary') {
    draft.summaryKey = element.key;
    if (draft.value.content !== '') return;
  }
  draft.value.base = element.context.base;
  if (!draft.ranks.has('language')) draft.value.language = element.context.language;
}

/** Where an item has both, `description` and `summary`, the second of them is the content. */
const summary: EntryField = (draft, element, guess) => {
  const value = constructHtml(element, guess);
  const second = (draft.ranks.get('summary') ?? 0) >= 6 && draft.summaryKey !== element.key;
  offerHtml(draft, element, second ? 'content' : 'summary', second ? 2 : 6, value);
};

/** Atom's content may stand elsewhere (RFC 4287 4.1.3.2). */
const content: EntryField = (draft, element, guess) => {
  if (element.attribute('src') !== '') addEnclosure(draft, element.url('src'), element);
  offerHtml(draft, element, 'content', 8, constructHtml(element, guess));
};

/** YouTube's and other media feeds' description is plain text with line breaks. */
const mediaDescription: EntryField = (draft, element) => {
  const isHtml = element.attribute('type') === 'html';
  const text = element.content().value.trim();
  offerHtml(draft, element, 'summary', 3, isHtml ? text : escapeHtml(text).replace(/\r?\n/g, '<br>'));
};

const link: EntryField = (draft, element) => {
  const href = element.url('href') || element.textUrl();
  const rel = element.attribute('rel').toLowerCase().replace(/^.*\//, '') || 'alternate';
  const type = element.attribute('type').toLowerCase();
  if (rel === 'alternate') offer(draft, 'link', type === '' || type.includes('html') ? 9 : 4, href);
  if (rel === 'replies' && type.includes('html')) offer(draft, 'comments', 4, href);
  if (rel === 'enclosure') addEnclosure(draft, href, element);
};

/** An id that is an address is the link of an item without one, unless it says that it is none. */
const guid: EntryField = (draft, element) => {
  const permanent = element.attribute('ispermalink').toLowerCase();
  const id = element.line();
  offer(draft, 'id', 9, id);
  if (permanent === 'true' || (permanent !== 'false' && /^https?:\/\//i.test(id))) {
    offer(draft, 'link', 2, absoluteUrl(id, element.context.base));
  }
};

const id: EntryField = (draft, element) => offer(draft, 'id', 9, element.line());

function author(rank: number): EntryField {
  return (draft, element) => offerAuthor(draft, rank, readPerson(element));
}

const category: EntryField = (draft, element) => {
  const term = element.attribute('term') || element.attribute('text');
  addCategory(
    draft,
    term || element.attribute('label') || (element.key === 'itunes:category' ? '' : element.line()),
  );
};

const keywords: EntryField = (draft, element) => {
  for (const word of element.line().split(',', 64)) addCategory(draft, collapse(word));
};

function image(rank: number): EntryField {
  return (draft, element) => {
    const address = element.url('href') || element.url('url') || element.url('resource');
    if (address !== '') offer(draft, 'thumbnail', rank, address);
    else offer(draft, 'thumbnail', rank, imageAddress(element));
  };
}

/** How podcasts once named their image. */
const itunesLink: EntryField = (draft, element) => {
  if (element.attribute('rel') === 'image') offer(draft, 'thumbnail', 5, element.url('href'));
};

/** The address of an image element that has it inside, bare or in a `url`. */
function imageAddress(element: FeedElement): string {
  const { text, parts } = element.parts();
  const inner = parts.find(([key]) => key === 'url' || key === 'href')?.[1];
  const address = inner ?? (parts.length === 0 ? text : '');
  return /^\S+$/.test(address) ? absoluteUrl(address, element.context.base) : '';
}

/** Cast aside: what is inside speaks of something else. */
const ignored: EntryField = (_draft, element) => {
  element.content(true);
};

/** The fields of an entry by element; `utils/feed/namespaces.ts` says which name stands for which namespace. */
export const entryFields = new Map<string, EntryField>([
  ['title', title(9)],
  ['dc:title', title(5)],
  ['media:title', title(3)],
  ['itunes:title', title(2)],
  ['link', link],
  ['guid', guid],
  ['id', id],
  ['dc:identifier', (draft, element) => offer(draft, 'id', 3, element.line())],
  ['pubdate', date('published', 9)],
  ['published', date('published', 9)],
  ['issued', date('published', 8)],
  ['dcterms:issued', date('published', 7)],
  ['dcterms:created', date('published', 5)],
  ['created', date('published', 5)],
  ['dc:created', date('published', 5)],
  ['updated', date('updated', 9)],
  ['modified', date('updated', 9)],
  ['dcterms:modified', date('updated', 8)],
  ['dc:modified', date('updated', 8)],
  [
    'dc:date',
    (draft, element) => {
      const at = element.date();
      offer(draft, 'published', 6, at);
      offer(draft, 'updated', 3, at);
    },
  ],
  ['description', summary],
  ['summary', summary],
  ['abstract', summary],
  ['tagline', html('summary', 5)],
  ['dc:description', html('summary', 5)],
  ['dcterms:abstract', html('summary', 5)],
  ['itunes:summary', html('summary', 4)],
  ['googleplay:description', html('summary', 4)],
  ['itunes:subtitle', html('summary', 2)],
  ['media:description', mediaDescription],
  ['content:encoded', html('content', 9)],
  ['content', content],
  ['fullitem', html('content', 7)],
  ['xhtml:body', html('content', 6)],
  ['body', html('content', 6)],
  ['xhtml:div', html('content', 5)],
  ['author', author(9)],
  ['dc:creator', author(9)],
  ['dc:author', author(8)],
  ['creator', author(8)],
  ['itunes:author', author(5)],
  ['googleplay:author', author(5)],
  ['category', category],
  ['dc:subject', category],
  ['itunes:category', category],
  ['media:category', category],
  ['itunes:keywords', keywords],
  ['media:keywords', keywords],
  ['keywords', keywords],
  ['tags', keywords],
  ['enclosure', (draft, element) => addEnclosure(draft, element.url('url') || element.url('href'), element)],
  [
    'enc:enclosure',
    (draft, element) => addEnclosure(draft, element.url('resource') || element.url('url'), element),
  ],
  ['media:content', addMedia],
  ['media:thumbnail', image(6)],
  ['itunes:image', image(5)],
  ['itunes:link', itunesLink],
  ['googleplay:image', image(5)],
  ['image', image(4)],
  ['thumbnail', image(3)],
  [
    'itunes:duration',
    (draft, element) => {
      draft.duration ??= parseDuration(element.line());
    },
  ],
  ['comments', (draft, element) => offer(draft, 'comments', 9, element.textUrl())],
  [
    'feedburner:origlink',
    (draft, element) => {
      if (/feedburner|feedproxy/.test(draft.value.link)) offer(draft, 'link', 10, element.textUrl());
    },
  ],
  ['dc:language', (draft, element) => offer(draft, 'language', 5, element.line())],
  ['language', (draft, element) => offer(draft, 'language', 4, element.line())],
  ['source', ignored],
  ['textinput', ignored],
]);
