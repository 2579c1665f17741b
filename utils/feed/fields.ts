import { collapse } from '../text/html-text';
import { addCategory, addEnclosure, addMedia } from './attachments';
import { escapeHtml } from './content';
import { type Draft, offer, offerAuthor, offerLast } from './draft';
import { parseCount, parseDuration } from './duration';
import type { FeedElement } from './element';
import { feedFields, feedLink } from './feed-fields';
import { readPerson } from './person';
import { constructHtml, constructLine } from './text-construct';
import { absoluteUrl } from './urls';

/** What an element says of the draft it stands in. `guess`: the format does not say which texts are HTML. */
export type Field = (draft: Draft, element: FeedElement, guess: boolean) => unknown;

/** Fields by the key of their element; `utils/feed/namespaces.ts` says which prefix stands for which namespace. */
export const fields = new Map<string, Field>();

/** Adds a field for elements in falling order of preference from rank `top`; those of the same are joined by `|`. */
function prefer(top: number, keys: string, field: (rank: number) => Field): void {
  for (const [i, group] of keys.split(' ').entries()) {
    for (const key of group.split('|')) fields.set(key, field(top - i));
  }
}

function title(rank: number): Field {
  return (draft, element, guess) => {
    const { text, type } = constructLine(element, guess);
    if (offer(draft, 'title', rank, text)) draft.value.titleType = type;
  };
}

function html(field: 'summary' | 'content') {
  return (rank: number): Field =>
    (draft, element, guess) =>
      offerHtml(draft, element, field, rank, constructHtml(element, guess));
}

/** Sets a text, and with it what its relative addresses resolve against. */
function offerHtml(
  draft: Draft,
  element: FeedElement,
  field: 'summary' | 'content',
  rank: number,
  value: string,
): void {
  if (!offer(draft, field, rank, value)) return;
  if (field === 'summary') {
    draft.summaryKey = element.kind.key;
    if (draft.value.content !== '') return;
  }
  draft.value.base = element.context.base;
  if (!draft.ranks.language) draft.value.language = element.context.language;
}

/** Where an item has both, `description` and `summary`, the second of them is the content. */
const summary: Field = (draft, element, guess) => {
  const isSecond = draft.ranks.summary === 6 && draft.summaryKey !== element.kind.key;
  html(isSecond ? 'content' : 'summary')(isSecond ? 2 : 6)(draft, element, guess);
};

/** Atom's content may stand elsewhere (RFC 4287 4.1.3.2). */
const content: Field = (draft, element, guess) => {
  if (element.attribute('src') !== '') addEnclosure(draft, element.url('src'), element);
  html('content')(8)(draft, element, guess);
};

/** YouTube's and other media feeds' description is plain text with line breaks. */
const mediaDescription: Field = (draft, element) => {
  const isHtml = element.attribute('type') === 'html';
  const text = element.content().trim();
  offerHtml(draft, element, 'summary', 3, isHtml ? text : escapeHtml(text).replace(/\r?\n/g, '<br>'));
};

const link: Field = (draft, element) => {
  const href = element.url('href') || element.textUrl();
  const isPage = /^$|html/i.test(element.attribute('type'));
  const rels = element.attribute('rel').toLowerCase() || 'alternate';
  for (const rel of rels.replace(/\S*\//g, '').split(/\s+/, 8)) {
    if (rel === 'alternate') offer(draft, 'link', isPage ? 9 : 4, href);
    else if (rel === 'enclosure') addEnclosure(draft, href, element);
    else if (rel === 'replies' && isPage) offer(draft, 'comments', 4, href);
    // How podcasts once named their image.
    else if (rel === 'image') offer(draft, 'thumbnail', 5, href);
    else if (draft.feed) feedLink(draft.feed, rel, href);
  }
};

/** An id that is an address is the link of an item without one, unless it says that it is none. */
const guid: Field = (draft, element) => {
  const permanent = element.attribute('ispermalink').toLowerCase();
  const id = element.line();
  offer(draft, 'id', 9, id);
  if (permanent === 'true' || (permanent !== 'false' && /^https?:\/\//i.test(id))) {
    offer(draft, 'link', 2, absoluteUrl(id, element.context.base));
  }
};

/** The link behind a redirector that has ceased. */
const originalLink: Field = (draft, element) => {
  if (/feedburner|feedproxy/.test(draft.value.link)) offer(draft, 'link', 10, element.textUrl());
};

/** Dublin Core does not say of what it is the date. */
const anyDate: Field = (draft, element) => {
  const at = element.date();
  offer(draft, 'published', 6, at);
  offer(draft, 'updated', 6, at);
};

const category: Field = (draft, element) => {
  const named = element.attribute('term') || element.attribute('text') || element.attribute('label');
  addCategory(draft, named || element.line());
};

const keywords: Field = (draft, element) => {
  for (const word of element.line().split(',', 64)) addCategory(draft, collapse(word));
};

const enclosure: Field = (draft, element) =>
  addEnclosure(draft, element.url('url') || element.url('href'), element);

const duration: Field = (draft, element) => {
  draft.duration ??= parseDuration(element.line());
};

const frequency: Field = (draft, element) => {
  draft.frequency = parseCount(element.line(), 100_000) || 1;
};

const comments: Field = (draft, element) => offer(draft, 'comments', 9, element.textUrl());

function date(name: 'published' | 'updated') {
  return (rank: number): Field =>
    (draft, element) =>
      offerLast(draft, name, rank, element.date());
}

function line(name: 'id' | 'language') {
  return (rank: number): Field =>
    (draft, element) =>
      offer(draft, name, rank, element.line());
}

function author(rank: number): Field {
  return (draft, element) => offerAuthor(draft, rank, readPerson(element));
}

function image(rank: number): Field {
  return (draft, element) => offer(draft, 'thumbnail', rank, element.imageUrl());
}

prefer(9, 'title dc:title media:title', title);
prefer(9, 'link|itunes:link', () => link);
prefer(9, 'feedburner:origlink', () => originalLink);
prefer(9, 'id', line('id'));
prefer(9, 'guid', () => guid);
prefer(9, 'published|pubdate issued dcterms:issued dcterms:created|created', date('published'));
prefer(9, 'updated|modified dcterms:modified|lastbuilddate', date('updated'));
prefer(6, 'dc:date', () => anyDate);
prefer(6, 'description|summary|abstract|subtitle', () => summary);
prefer(5, 'tagline|dc:description itunes:summary|info', html('summary'));
prefer(3, 'media:description', () => mediaDescription);
prefer(2, 'itunes:subtitle feedburner:browserfriendly', html('summary'));
prefer(9, 'content:encoded', html('content'));
prefer(8, 'content', () => content);
prefer(7, 'fullitem xhtml:body|body xhtml:div', html('content'));
prefer(9, 'author|dc:creator|dc:author creator|managingeditor itunes:author', author);
prefer(9, 'category|dc:subject|itunes:category|media:category', () => category);
prefer(9, 'tags|keywords|itunes:keywords', () => keywords);
prefer(9, 'enclosure', () => enclosure);
prefer(9, 'media:content', () => addMedia);
prefer(9, 'itunes:duration', () => duration);
prefer(6, 'media:thumbnail itunes:image image thumbnail', image);
prefer(9, 'comments', () => comments);
prefer(9, 'language dc:language', line('language'));
prefer(9, 'sy:updatefrequency', () => frequency);
for (const [key, field] of Object.entries(feedFields)) {
  fields.set(key, (draft, element) => draft.feed && field(draft.feed, element));
}
