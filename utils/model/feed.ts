import type { Hiding } from './hiding';
import type { Problem } from './problem';
import type { Retention } from './retention';
import type { ChineseScript, ImagePolicy } from './settings';
import type { MarkTally } from './tag';

/** ETag and Last-Modified byte for byte as they were sent (RFC 9110 8.8): opaque, never invented. */
export interface Validators {
  etag: string;
  lastModified: string;
  /** The final address that gave them; they are never sent to another origin. */
  url: string;
  /** The last answer said that it can send what is new alone (RFC 3229). */
  deltas?: true;
  /** The address that led there from another host, where one did: asked again, it may be told what it led to. */
  via?: string;
}

/** One of a feed's addresses; the first is the primary, the others are mirrors. */
export interface Source {
  url: string;
  /** The reader typed this private or loopback address, so it may be asked. */
  privateAllowed: boolean;
  validators: Validators | null;
  /** Hash of the last complete body; '' before the first. An equal one needs no parsing. */
  bodyHash: string;
  /** Absent before the first check, and in rows of older versions. */
  history?: SourceHistory;
}

/** What the checks of one address have taught about it. Times in ms since the epoch. */
export interface SourceHistory {
  /** Written before each request. */
  askedAt: number;
  /** Failed checks in a row. */
  failures: number;
  /** 304s since the last full answer. */
  notModified: number;
  /** The last full answer. */
  fullAt: number | null;
  /** The last request without validators although some were at hand. */
  forcedAt: number | null;
  /** A 304 since then brought new validators: the server is not stuck. */
  isAlive: boolean;
  /** The last request with validators was answered with 304. */
  answers304: boolean;
  /** How long its headers last asked to be left alone (ms). */
  freshnessMs: number;
  /** The first 410 of an unbroken row. */
  goneAt: number | null;
  /** Date of the newest article it listed. */
  newestAt: number | null;
  /** Its host said Retry-After: until then nobody asks it. */
  heldUntil: number;
  /** The reader does not let us ask it. */
  isDenied: boolean;
  /** Its host has asked for patience, and its answers are whole ones: once a day is enough. */
  wantsDay: boolean;
  /** The other address that it led to, since when, and in how many checks in a row. */
  movedTo: { url: string; since: number; checks: number } | null;
}

/** How often a feed brings something, and what its document asks for. */
export interface Rhythm {
  /** So many articles came since `since` (ms): the mean gap grows with a silence. */
  articles: number;
  since: number;
  /** What ttl or sy:updatePeriod ask for (ms); 0 for nothing. */
  askedMs: number;
  /** 0 to 23, in GMT. */
  skipHours: number[];
  /** 0 = Sunday. */
  skipDays: number[];
}

/** What decided when a feed is asked next. */
export type NextCheckReason =
  /** A tenth of the mean gap between its articles, between one and twelve hours. */
  | 'pace'
  /** The reader's own interval. */
  | 'reader'
  /** The server has no validators: every answer is a whole one. */
  | 'whole-answers'
  /** Cache-Control or Expires. */
  | 'server'
  /** ttl or sy:updatePeriod. */
  | 'document'
  /** skipHours or skipDays. */
  | 'skipped-hours'
  | 'retry-after'
  | 'failed'
  | 'offline'
  | 'permission'
  | 'storage'
  /** 410 once. */
  | 'gone'
  /** 410 twice: never, unless the reader asks. */
  | 'stopped'
  /** Another of its addresses takes over. */
  | 'other-source'
  /** Overdue feeds take turns after a start or a sleep. */
  | 'spread'
  /** The clock was set back. */
  | 'clock'
  /** A check is under way; should it be cut off, the server is still left in peace for an interval. */
  | 'asked';

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
  /** Known articles whose text was edited; absent in rows of older versions. */
  changedEntries?: number;
  /** Validators were sent; absent in rows of older versions. */
  conditional?: boolean;
  /** null after a good check; absent in rows of older versions. */
  problem?: Problem | null;
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
  /** Minutes that the reader wants between checks; 0 or absent: as the feed's own pace suggests. */
  checkEvery?: number;
  /** Where it does not keep its articles by the rules for all feeds. */
  retention?: Partial<Retention>;
  nextCheckReason?: NextCheckReason;
  /** The hosts of all its addresses said Retry-After: until then nobody asks, the reader included. */
  heldUntil?: number;
  /** Its address said 410 twice, a day apart: it is asked when the reader wants it, and never else. */
  stoppedAt?: number | null;
  /** The first failure since the last good check. */
  failingSince?: number | null;
  /** So many checks have gone from `lastCheck` into the ring of past ones. */
  checkCount?: number;
  /** Rounds in a row that were given up as offline. */
  offlineRounds?: number;
  /** The reader wants to be told of its new articles. */
  notify?: boolean;
  /** Which of `sources` is asked; the first where absent. */
  activeSource?: number;
  rhythm?: Rhythm;
  /** The pictures of its articles are saved as they arrive, for reading without the network. */
  keepsOffline?: boolean;
  /** The texts of its articles are fetched from their own pages as they arrive, because the feed sends only beginnings. */
  fetchesFullText?: boolean;
  /** When this feed's images are asked for; absent: as the settings say for all. */
  images?: ImagePolicy;
  /** Its articles keep rows of their own, also where other feeds bring the same story. */
  keepsApart?: boolean;
  /** The reader's say in what is hidden of its articles. */
  hiding?: Hiding;
  /** The script in which its Chinese is shown; absent: as the settings say for all. */
  chineseScript?: ChineseScript;
  /** How fast its recordings are played; absent: as for all. */
  speed?: number;
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
  /** How many entries have a tag, by the tag's id, or another mark of `listMarks`; absent where none have. */
  marked?: MarkTally;
  /** How many of those are unread, likewise. */
  unreadMarked?: MarkTally;
}

/** What a feed is called and shown by, also one that is not subscribed. */
export type NamedFeed = Pick<Feed, 'customTitle' | 'title' | 'siteUrl' | 'language'> & {
  sources: readonly { url: string }[];
};

/** The name the reader sees. */
export function feedName(feed: Omit<NamedFeed, 'language'>): string {
  return feed.customTitle || feed.title || feed.siteUrl || (feed.sources[0]?.url ?? '');
}

/** `host:port` of its addresses in the reader's own network, which she typed herself: its pictures may be shown. */
export function privateHosts({ sources }: Pick<Feed, 'sources'>): string[] {
  return sources.filter((source) => source.privateAllowed).map(({ url }) => new URL(url).host);
}
