import type { Body, Entry } from '../model/entry';
import type { Feed, Folder } from '../model/feed';
import type { FeedChoices } from '../model/feed-choices';

/**
 * A backup is a text of lines, each a JSON object: the head with subscriptions and settings, then entries, some of one
 * feed a line, so that one of any size is written and read in pieces.
 */

export const backupVersion = 1;

/** What the reader chose of a subscription, and what it was called. */
export type BackupFeed = Pick<
  Feed,
  'id' | 'folderId' | 'customTitle' | 'title' | 'siteUrl' | 'language' | 'iconUrl' | 'position' | 'addedAt'
> & { sources: { url: string; privateAllowed: boolean }[]; showsWhole?: true } & FeedChoices;

export interface BackupHead {
  /** Milliseconds. */
  writtenAt: number;
  /** The subscriptions once more, for other programs. */
  opml: string;
  folders: Folder[];
  feeds: BackupFeed[];
  /** Searches that the reader keeps; absent in backups of older versions. */
  searches?: { title: string; query: string }[];
  /** Checked by who uses them; absent in backups of older versions. */
  rules?: unknown;
  /** Checked by who uses them. */
  settings: unknown;
  retention: unknown;
}

/** What an article said before it was changed, and what its own page says. */
export interface BackupBeside {
  /** The first text first; no more than `keptRevisions` says. */
  revisions?: readonly { at: number; title: string; html: string }[];
  /** The text of its own page, where that was fetched. */
  page?: { html: string; base: string; language: string; fetchedAt: number };
}

export interface BackupEntry extends BackupBeside {
  entry: Omit<Entry, 'id' | 'feedId' | 'tags'>;
  /** Names of its tags; ids differ from place to place. */
  tags?: readonly string[];
  /** null where only its state was kept. */
  body: Omit<Body, 'entryId'> | null;
}

/** Entries of one feed, named by the id that it has in the head. */
export interface BackupEntries {
  feedId: number;
  entries: BackupEntry[];
}

/** What a feed is known to have shown and lost, so that it is not taken for new elsewhere. */
export interface BackupSeen {
  feedId: number;
  /** Hashes of keys whose articles were pruned, 16 hexadecimal digits each. */
  gone: readonly string[];
  /** For each of them, the last day (since 1970) on which the feed listed it. */
  goneDays: readonly number[];
  /** Milliseconds, as in the store. */
  prunedTo: number;
  begins: number;
}

/**
 * Merged: nothing goes, and what is read or starred in either place is. Replaced: everything is as in the backup, and
 * rules and searches that it lacks stay. Taken back: they go too, with folders that are empty then.
 */
export const restoreModes = ['merge', 'replace', 'take-back'] as const;
export type RestoreMode = (typeof restoreModes)[number];
