import type { ParsedFeed } from '../model/parsed';
import { type FeedDraft, offer, offerAuthor } from './draft';
import { parseCount } from './duration';
import type { FeedElement } from './element';
import { MAX_LISTED } from './limits';
import { readPerson } from './person';
import { constructLine } from './text-construct';
import { absoluteUrl } from './urls';

/** What an element says about the feed. `guess`: the format does not say which texts are HTML. */
export type FeedField = (draft: FeedDraft, element: FeedElement, guess: boolean) => void;

type TextField = 'title' | 'description' | 'language' | 'id' | 'icon' | 'image';

function text(field: 'title' | 'description', rank: number): FeedField {
  return (draft, element, guess) => offer(draft, field, rank, constructLine(element, guess).text);
}

function line(field: TextField, rank: number): FeedField {
  return (draft, element) => offer(draft, field, rank, element.line());
}

function date(rank: number): FeedField {
  return (draft, element) => offer(draft, 'updated', rank, element.date());
}

function author(rank: number): FeedField {
  return (draft, element) => offerAuthor(draft, rank, readPerson(element));
}

function address(field: 'icon' | 'image', rank: number): FeedField {
  return (draft, element) => {
    const direct = element.url('href') || element.url('url') || element.url('resource');
    offer(draft, field, rank, direct || element.textUrl());
  };
}

const link: FeedField = (draft, element) => {
  const href = element.url('href') || element.textUrl();
  const type = element.attribute('type').toLowerCase();
  const rels = element.attribute('rel').toLowerCase() || 'alternate';
  for (const rel of rels.replace(/\S*\//g, '').split(/\s+/, 8)) linkTo(draft.value, draft, rel, type, href);
};

function linkTo(feed: ParsedFeed, draft: FeedDraft, rel: string, type: string, href: string): void {
  if (rel === 'alternate') offer(draft, 'link', type === '' || type.includes('html') ? 9 : 4, href);
  else if (rel === 'self') offer(draft, 'selfLink', 9, href);
  else if (rel === 'next') offer(draft, 'nextPage', 9, href);
  else if (rel === 'icon') offer(draft, 'icon', 5, href);
  else if (rel === 'image') offer(draft, 'image', 5, href);
  else if (rel === 'hub' && feed.hubs.length < MAX_LISTED && !feed.hubs.includes(href)) feed.hubs.push(href);
}

/** RSS has an element with a `url` inside, podcasts and others an attribute. */
const image: FeedField = (draft, element) => {
  const direct = element.url('href') || element.url('url') || element.url('resource');
  const { text: bare, parts } = element.parts();
  const inner = parts.find(([key]) => key === 'url')?.[1] ?? (parts.length === 0 ? bare : '');
  offer(draft, 'image', 8, direct || absoluteUrl(inner, element.context.base));
};

/** Of a feed that moves about an id without a host tells nothing. */
const id: FeedField = (draft, element) => {
  const given = element.line();
  offer(draft, 'id', 9, given.startsWith('/') ? absoluteUrl(given, element.context.base) : given);
};

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const skipDays: FeedField = (draft, element) => {
  for (const [, name] of element.parts().parts) {
    const day = DAYS.indexOf(name.slice(0, 3).toLowerCase());
    if (day >= 0 && !draft.value.skipDays.includes(day)) draft.value.skipDays.push(day);
  }
};

const skipHours: FeedField = (draft, element) => {
  for (const [, name] of element.parts().parts) {
    // RSS 0.91 counts 1 to 24, RSS 2.0 from 0 to 23: 24 is midnight in both.
    const hour = parseCount(name, 24);
    if (hour !== null && !draft.value.skipHours.includes(hour % 24)) draft.value.skipHours.push(hour % 24);
  }
};

/** CDF: `<logo href style="icon">`; Atom: the address as text. */
const logo: FeedField = (draft, element) => {
  const field = element.attribute('style').toLowerCase() === 'icon' ? 'icon' : 'image';
  address(field, 7)(draft, element, false);
};

const ignored: FeedField = (_draft, element) => {
  element.content(true);
};

/** The fields of a feed by element; `utils/feed/namespaces.ts` says which name stands for which namespace. */
export const feedFields = new Map<string, FeedField>([
  ['title', text('title', 9)],
  ['dc:title', text('title', 5)],
  ['media:title', text('title', 3)],
  ['itunes:title', text('title', 2)],
  ['link', link],
  ['itunes:link', link],
  ['description', text('description', 9)],
  ['subtitle', text('description', 9)],
  ['tagline', text('description', 9)],
  ['abstract', text('description', 8)],
  ['dc:description', text('description', 7)],
  ['info', text('description', 6)],
  ['itunes:summary', text('description', 5)],
  ['googleplay:description', text('description', 4)],
  ['itunes:subtitle', text('description', 3)],
  ['feedburner:browserfriendly', text('description', 1)],
  ['language', line('language', 9)],
  ['dc:language', line('language', 8)],
  ['id', id],
  ['guid', line('id', 8)],
  ['dc:identifier', line('id', 3)],
  ['icon', address('icon', 9)],
  ['webfeeds:icon', address('icon', 8)],
  ['logo', logo],
  ['webfeeds:logo', address('image', 3)],
  ['image', image],
  ['itunes:image', address('image', 6)],
  ['googleplay:image', address('image', 5)],
  ['updated', date(9)],
  ['modified', date(9)],
  ['dcterms:modified', date(8)],
  ['lastbuilddate', date(8)],
  ['pubdate', date(7)],
  ['dc:date', date(6)],
  ['published', date(5)],
  ['dcterms:issued', date(4)],
  ['issued', date(4)],
  ['created', date(3)],
  ['author', author(9)],
  ['managingeditor', author(8)],
  ['dc:creator', author(7)],
  ['dc:author', author(7)],
  ['itunes:author', author(6)],
  ['googleplay:author', author(5)],
  ['itunes:owner', author(4)],
  ['ttl', (draft, element) => offer(draft, 'ttlMinutes', 9, parseCount(element.line(), 525_600))],
  [
    'sy:updateperiod',
    (draft, element) => {
      draft.period ||= element.line();
    },
  ],
  [
    'sy:updatefrequency',
    (draft, element) => {
      draft.frequency ??= parseCount(element.line(), 100_000);
    },
  ],
  ['skiphours', skipHours],
  ['skipdays', skipDays],
  ['textinput', ignored],
  ['cloud', ignored],
]);
