import type { ParsedFeed } from '../model/parsed';
import { parseCount } from './duration';
import type { FeedElement } from './element';
import { MAX_LISTED } from './limits';

/** What an element says that only feeds have to say. */
export type FeedField = (feed: ParsedFeed, element: FeedElement) => void;

/** A link of a feed that is neither its site nor a file. */
export function feedLink(feed: ParsedFeed, rel: string, address: string): void {
  if (rel === 'self') feed.selfLink ||= address;
  else if (rel === 'next') feed.nextPage ||= address;
  else if (rel === 'icon') feed.icon ||= address;
  else if (rel === 'hub' && feed.hubs.length < MAX_LISTED && !feed.hubs.includes(address))
    feed.hubs.push(address);
}

const icon: FeedField = (feed, element) => {
  feed.icon ||= element.imageUrl();
};

/** CDF has icons so; Atom's logo is its image. */
const logo: FeedField = (feed, element) => {
  if (element.attribute('style').toLowerCase() === 'icon') icon(feed, element);
  else feed.image ||= element.imageUrl();
};

const DAYS = 'sun mon tue wed thu fri sat'.split(' ');

/** The different numbers that an element's children stand for, ascending; negative ones are none. */
function listed(element: FeedElement, read: (name: string) => number): number[] {
  const found = new Set(element.parts().parts.map(([, name]) => read(name)));
  return [...found].filter((value) => value >= 0).sort((a, b) => a - b);
}

const PERIODS: Record<string, number> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

export const feedFields: Record<string, FeedField> = {
  icon,
  logo,
  skipdays(feed, element) {
    feed.skipDays = listed(element, (name) => DAYS.indexOf(name.slice(0, 3).toLowerCase()));
  },
  /** GMT; 24, which RSS 0.91 had for midnight, would be guessed: programs write it for other hours too. */
  skiphours(feed, element) {
    feed.skipHours = listed(element, (name) => parseCount(name, 23) ?? -1);
  },
  ttl(feed, element) {
    feed.ttlMinutes ??= parseCount(element.line(), 525_600);
  },
  'sy:updateperiod'(feed, element) {
    feed.updatePeriodMinutes ??= Number(PERIODS[element.line().toLowerCase()]) || null;
  },
};
