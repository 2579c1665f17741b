import type { ParsedEntry, ParsedFeed } from '../model/parsed';

/**
 * A feed or entry while it is read. Documents say the same thing in several elements; each field keeps what the
 * element of the highest rank said, and of equal ranks the first.
 */
export interface Draft<T> {
  readonly value: T;
  readonly ranks: Map<keyof T, number>;
}

export interface EntryDraft extends Draft<ParsedEntry> {
  /** Which element gave the summary. */
  summaryKey: string;
  /** itunes:duration, which stands beside the enclosure that it measures. */
  duration: number | null;
}

/** Characters; papers with hundreds of authors exist. */
const MAX_AUTHORS = 1000;

export interface FeedDraft extends Draft<ParsedFeed> {
  /** sy:updatePeriod, and how often in it. */
  period: string;
  frequency: number | null;
}

/** Sets a field unless what is there ranks as high; '' and null say nothing. */
export function offer<T, K extends keyof T>(draft: Draft<T>, field: K, rank: number, value: T[K]): void {
  if (value === '' || value === null || (draft.ranks.get(field) ?? 0) >= rank) return;
  draft.value[field] = value;
  draft.ranks.set(field, rank);
}

/** Sets a field unless what is there ranks higher: of dates that are given twice, the later corrects the first. */
export function offerLast<T, K extends keyof T>(draft: Draft<T>, field: K, rank: number, value: T[K]): void {
  if (value === null || (draft.ranks.get(field) ?? 0) > rank) return;
  draft.value[field] = value;
  draft.ranks.set(field, rank);
}

/** Adds an author, unless one of higher rank, or of the same name, is there. */
export function offerAuthor<T extends { author: string }>(draft: Draft<T>, rank: number, name: string): void {
  const known = draft.ranks.get('author') ?? 0;
  const { author } = draft.value;
  if (name === '' || known > rank) return;
  if (known < rank) draft.value.author = name;
  else if (author.length < MAX_AUTHORS && !author.includes(name)) draft.value.author = `${author}, ${name}`;
  draft.ranks.set('author', rank);
}

export function newEntryDraft(base: string, language: string): EntryDraft {
  return {
    value: {
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
    },
    ranks: new Map(),
    summaryKey: '',
    duration: null,
  };
}

export function newFeedDraft(): FeedDraft {
  return {
    value: {
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
    },
    ranks: new Map(),
    period: '',
    frequency: null,
  };
}
