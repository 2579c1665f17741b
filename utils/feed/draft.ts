import type { ParsedEntry, ParsedFeed } from '../model/parsed';

/**
 * An entry, or a feed, while it is read: most elements say of a feed what they say of an entry. Documents say the same
 * thing in several elements; each field keeps what the element of the highest rank said, and of equal ranks the first.
 */
export interface Draft {
  value: ParsedEntry;
  ranks: Partial<Record<keyof ParsedEntry, number>>;
  /** What only feeds have; null for an entry. */
  readonly feed: ParsedFeed | null;
  /** Which element gave the summary. */
  summaryKey: string;
  /** itunes:duration, which stands beside the enclosure that it measures. */
  duration: number | null;
  /** sy:updateFrequency: how often in a period. */
  frequency: number;
}

type Field = keyof ParsedEntry;

/** Sets a field unless what is there ranks as high, and says whether it did; '' and null say nothing. */
export function offer<K extends Field>(draft: Draft, field: K, rank: number, value: ParsedEntry[K]): boolean {
  return (draft.ranks[field] ?? 0) < rank && offerLast(draft, field, rank, value);
}

/** Sets a field unless what is there ranks higher: of dates that are given twice, the later corrects the first. */
export function offerLast<K extends Field>(
  draft: Draft,
  field: K,
  rank: number,
  value: ParsedEntry[K],
): boolean {
  if (value === '' || value === null || (draft.ranks[field] ?? 0) > rank) return false;
  draft.value[field] = value;
  draft.ranks[field] = rank;
  return true;
}

/** Characters; papers with hundreds of authors exist. */
const MAX_AUTHORS = 1000;

/** Adds an author, unless one of higher rank, or of the same name, is there. */
export function offerAuthor(draft: Draft, rank: number, name: string): void {
  const { author } = draft.value;
  if (draft.ranks.author !== rank) offer(draft, 'author', rank, name);
  else if (author.length < MAX_AUTHORS && !author.includes(name)) draft.value.author = `${author}, ${name}`;
}

export function newDraft(base: string, language: string, feed: ParsedFeed | null): Draft {
  const value: ParsedEntry = {
    id: '',
    title: '',
    titleType: 'text',
    link: '',
    published: null,
    updated: null,
    summary: '',
    content: '',
    base,
    author: '',
    categories: [],
    enclosures: [],
    thumbnail: '',
    comments: '',
    language,
  };
  return { value, ranks: {}, feed, summaryKey: '', duration: null, frequency: 1 };
}

export function newFeed(): ParsedFeed {
  return {
    format: 'rss',
    version: '',
    title: '',
    link: '',
    description: '',
    language: '',
    icon: '',
    image: '',
    id: '',
    updated: null,
    author: '',
    ttlMinutes: null,
    skipHours: [],
    skipDays: [],
    updatePeriodMinutes: null,
    selfLink: '',
    hubs: [],
    nextPage: '',
    encoding: '',
    truncated: false,
    entries: [],
  };
}
