import type { Body, Entry } from '../model/entry';
import type { Feed, Folder } from '../model/feed';

/**
 * A backup is a text of lines, each a JSON object: the head with subscriptions and settings, then entries, some of one
 * feed a line, so that one of any size is written and read in pieces.
 */

export const backupVersion = 1;

/** What the reader chose of a subscription, and what it was called. */
export type BackupFeed = Pick<
  Feed,
  'id' | 'folderId' | 'customTitle' | 'title' | 'siteUrl' | 'language' | 'iconUrl' | 'position' | 'addedAt'
> & { sources: { url: string; privateAllowed: boolean }[] };

export interface BackupHead {
  /** Milliseconds. */
  writtenAt: number;
  /** The subscriptions once more, for other programs. */
  opml: string;
  folders: Folder[];
  feeds: BackupFeed[];
  /** Checked by who uses them. */
  settings: unknown;
  retention: unknown;
}

export interface BackupEntry {
  entry: Omit<Entry, 'id' | 'feedId'>;
  /** null where only its state was kept. */
  body: Omit<Body, 'entryId'> | null;
}

/** Entries of one feed, named by the id that it has in the head. */
export interface BackupEntries {
  feedId: number;
  entries: BackupEntry[];
}

/** Merged: nothing goes, and what is read or starred in either place is. Replaced: everything is as in the backup. */
export type RestoreMode = 'merge' | 'replace';
