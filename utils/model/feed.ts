import type { Problem } from './problem';

/** ETag and Last-Modified byte for byte as they were sent (RFC 9110 8.8): opaque, never invented. */
export interface Validators {
  etag: string;
  lastModified: string;
  /** The final address that gave them; they are never sent to another origin. */
  url: string;
}

/** One of a feed's addresses; the first is the primary, the others are mirrors. */
export interface Source {
  url: string;
  /** The reader typed this private or loopback address, so it may be asked. */
  privateAllowed: boolean;
  validators: Validators | null;
  /** Hash of the last complete body; '' before the first. An equal one needs no parsing. */
  bodyHash: string;
}

/** What the last check of a feed was answered. */
export interface Check {
  at: number;
  url: string;
  outcome: 'new' | 'unchanged' | 'not-modified' | 'failed';
  /** HTTP status; 0 where there was none. */
  status: number;
  bytes: number;
  durationMs: number;
  newEntries: number;
}

/** A subscription's source and its state. */
export interface Feed {
  id: number;
  folderId: number | null;
  /** The reader's own name for it; '' means the feed's own title. */
  customTitle: string;
  title: string;
  siteUrl: string;
  description: string;
  language: string;
  iconUrl: string;
  sources: Source[];
  /** Place among its siblings, ascending. */
  position: number;
  addedAt: number;
  /** In the bin since; null while subscribed. */
  removedAt: number | null;
  nextCheckAt: number;
  /** Written before the request goes out, so that a killed poll does not ask twice. */
  lastAttemptAt: number | null;
  lastSuccessAt: number | null;
  lastNewAt: number | null;
  lastCheck: Check | null;
  /** A check is under way until then, if its worker still lives. */
  leaseUntil: number;
  /** Failed checks since the last good one. */
  failures: number;
  problem: Problem | null;
}

export interface Folder {
  id: number;
  parentId: number | null;
  title: string;
  position: number;
}

/** Stored with the entries and changed in the same transaction: counting an index takes up to a second in Chromium. */
export interface FeedCounts {
  feedId: number;
  total: number;
  unread: number;
  starred: number;
  /** Every entry with an id up to this one is read, unless it was marked unread after `readUpToAt`. */
  readUpTo: number;
  readUpToAt: number;
}

/** What a feed is called and shown by, also one that is not subscribed. */
export type NamedFeed = Pick<Feed, 'customTitle' | 'title' | 'siteUrl' | 'language'> & {
  sources: readonly { url: string }[];
};

/** The name the reader sees. */
export function feedName(feed: Omit<NamedFeed, 'language'>): string {
  return feed.customTitle || feed.title || feed.siteUrl || (feed.sources[0]?.url ?? '');
}
