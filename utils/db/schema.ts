import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { Cadence } from '../model/cadence';
import type { Body, Entry } from '../model/entry';
import type { Check, Feed, FeedCounts, Folder, NextCheckReason } from '../model/feed';
import type { Problem } from '../model/problem';
import type { Rule } from '../model/rule';
import type { SavedSearch } from '../model/saved-search';
import type { MarkTally, Tag } from '../model/tag';
import type { DocTable } from '../search/segment';
import type { StoryKey } from '../stories/story-keys';
import type { SeenRow } from './seen-hashes';

/** A row as it is put: the store gives the id. */
export type Unstored<Row extends { id: number }> = Omit<Row, 'id'> & { id?: number };

/** An Entry as stored. */
export interface EntryRow extends Entry {
  /** Equals sortAt in starred rows and is absent from all others, so that the index of stars costs the others nothing. */
  starSort?: number;
  /** What lists besides read and starred it stands in, as [mark, sortAt]; absent where in none: see list-marks.ts. */
  markSort?: [number, number][];
  /** Its body was pruned. */
  bodyGone?: 1;
  /** Bytes of its body, which its feed's counts hold the sum of; absent in rows of older versions, and without a body. */
  bodyBytes?: number;
}

/** A feed's counts as stored. */
export interface CountsRow extends FeedCounts {
  /** When the last of its entries arrived (ms); absent where unknown. Spares mark-alls with a time a look at the rows. */
  newestArrival?: number;
  /** Sum of its entries' `bodyBytes`; absent where unknown, until the next repair. */
  bodyBytes?: number;
  /** The feed is in the bin: its unread entries are in no sum. */
  inBin?: 1;
}

/** How far a feed is read: see `isRead`. */
export interface Watermark {
  upTo: number;
  at: number;
}

/** What a mark-all did to one feed. */
export interface FeedMark {
  feedId: number;
  upTo: number;
  /** Entries that this mark-all read rewritten rows included, without those it lost to a mark by hand. */
  unread: number;
  /** The marks of those that only the watermark has read so far; absent where they have none. */
  marked?: MarkTally;
  before: Watermark;
}

/** One mark-all, kept so that it can be finished after a kill, and undone. */
export interface MarkAllRow {
  id: number;
  at: number;
  state: 'open' | 'done' | 'undoing';
  /** Absent once all rows say what is meant: whether it is in any row tells lists if watermarks matter at all. */
  pending?: 1;
  feeds: FeedMark[];
  /** Entries that the reader has read by hand since: an undo leaves them read. */
  spared: number[];
}

/** The entries whose rows one transaction of a mark-all rewrote. */
export interface SliceRow {
  id: number;
  of: number;
  ids: number[];
  perFeed: { feedId: number; rows: number }[];
}

/** A check with what was decided after it. */
export interface PastCheck extends Check {
  nextCheckAt: number;
  nextCheckReason: NextCheckReason | null;
}

/** A feed's icon, or that there is none. */
export interface IconRow {
  feedId: number;
  blob: Blob | null;
  /** When it was last asked for (ms). */
  askedAt: number;
}

/** A picture's bytes, once however many articles show it. */
export interface ImageFileRow {
  /** SHA-256 in hexadecimal digits. */
  hash: string;
  blob: Blob;
  bytes: number;
}

/** Which file an address gave, and how it came: what a manifest says of it later. */
export interface ImageRow {
  /** As articles ask for it: absolute. Several addresses may have one file. */
  address: string;
  hash: string;
  /** Where it really came from: the original's address, or that of the reader's proxy. */
  from: string;
  fetchedAt: number;
}

/** An article of which more is kept than its feed sent, or is to be. */
export interface KeptEntryRow {
  entryId: number;
  feedId: number;
  /** waiting: its pictures are to be saved, not before `dueAt`. */
  state: 'waiting' | 'kept';
  dueAt: number;
  tries: number;
  /** When it was last opened, or saved (ms): the one longest ago goes first when there is no room. */
  usedAt: number;
  /** Its pictures' files. */
  hashes: string[];
  /** Addresses of pictures that no way led to. */
  missing: string[];
  /** Its page's text is wanted, and no pictures. */
  textOnly?: true;
}

/** An article's text as its own page has it, beside what the feed sent. */
export interface FullTextRow {
  entryId: number;
  /** Raw, like a body's: sanitized at every render. '' where it could not be had. */
  html: string;
  /** The page that answered; what relative addresses in `html` resolve against. */
  base: string;
  language: string;
  fetchedAt: number;
  tries: number;
  /** What kept us from it the last time; null where the text is there. */
  problem: Problem | null;
}

/** A part of the search index, never changed but for `dead`: articles by their words, in the store `postings`. */
export interface SegmentRow {
  id: number;
  docs: number;
  /** The latest and the earliest sortAt. */
  newest: number;
  oldest: number;
  /** The lowest and the highest entry id. */
  minId: number;
  maxId: number;
  /** Places of articles that are gone, or stand with a newer text in another segment. */
  dead: Uint16Array<ArrayBuffer>;
  /** Of its postings, and of the texts they were made of (UTF-8). */
  bytes: number;
  textBytes: number;
}

/** An article that the reader is to be told of: put with the article itself, taken out when she was told. */
export interface OutboxRow {
  entryId: number;
  feedId: number;
  /** When it arrived (ms). */
  at: number;
  notify: 0 | 1;
  /** The notification is to be heard. */
  sound: 0 | 1;
  /** Its pictures are to be saved. */
  offline: 0 | 1;
}

/** What an article may have in common with copies of its story: hashes with its day (utils/stories/story-keys.ts). */
export interface StoryKeysRow {
  entryId: number;
  keys: StoryKey[];
}

/** What an article said before its publisher changed it. */
export interface RevisionRow {
  entryId: number;
  /** When the change was found (ms). */
  at: number;
  title: string;
  /** Raw, as bodies are. */
  html: string;
}

export interface BroadsheetSchema extends DBSchema {
  feeds: { key: number; value: Unstored<Feed>; indexes: { byNextCheck: number; byRemoved: number } };
  folders: { key: number; value: Unstored<Folder> };
  entries: {
    key: number;
    value: Unstored<EntryRow>;
    indexes: {
      byKey: [number, string];
      byRead: [number, number];
      byFeedRead: [number, number, number];
      byStar: [number];
      byMark: [number, number];
      byStory: number;
    };
  };
  bodies: { key: number; value: Body };
  counts: { key: number; value: CountsRow };
  journal: {
    key: number;
    value: Unstored<MarkAllRow> | Unstored<SliceRow>;
    indexes: { byTime: number; byPending: number; byOwner: number };
  };
  meta: { key: string; value: { key: string; value: unknown } };
  seen: { key: number; value: SeenRow };
  checks: { key: [number, number]; value: PastCheck };
  tags: { key: number; value: Unstored<Tag> };
  rules: { key: number; value: Unstored<Rule> };
  searches: { key: number; value: Unstored<SavedSearch> };
  outbox: { key: number; value: OutboxRow };
  imageFiles: { key: string; value: ImageFileRow };
  images: { key: string; value: ImageRow; indexes: { byHash: string } };
  keptEntries: {
    key: number;
    value: KeptEntryRow;
    indexes: { byState: [string, number]; byUse: number; byHash: string; byFeed: number };
  };
  fullTexts: { key: number; value: FullTextRow };
  cadences: { key: number; value: Cadence };
  segments: { key: number; value: SegmentRow };
  segmentDocs: { key: number; value: DocTable };
  postings: { key: [number, string]; value: Uint8Array<ArrayBuffer> };
  stale: { key: number; value: string };
  icons: { key: number; value: IconRow };
  storyKeys: { key: number; value: StoryKeysRow; indexes: { byKey: StoryKey } };
  revisions: { key: [number, number]; value: RevisionRow };
  toCompare: { key: number; value: string };
}

export type StoreName =
  | 'feeds'
  | 'folders'
  | 'entries'
  | 'bodies'
  | 'counts'
  | 'journal'
  | 'meta'
  | 'seen'
  | 'checks'
  | 'tags'
  | 'rules'
  | 'searches'
  | 'outbox'
  | 'imageFiles'
  | 'images'
  | 'keptEntries'
  | 'fullTexts'
  | 'cadences'
  | 'segments'
  | 'segmentDocs'
  | 'postings'
  | 'stale'
  | 'icons'
  | 'storyKeys'
  | 'revisions'
  | 'toCompare';
export type Database = IDBPDatabase<BroadsheetSchema>;
export type ReadTx = IDBPTransaction<BroadsheetSchema, StoreName[], 'readonly'>;
export type WriteTx = IDBPTransaction<BroadsheetSchema, StoreName[], 'readwrite'>;
export type UpgradeTx = IDBPTransaction<BroadsheetSchema, StoreName[], 'versionchange'>;
/** For what only reads and is used in both kinds of transaction. */
export type AnyTx = ReadTx | WriteTx;
