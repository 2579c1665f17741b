import type { RecordRefusal } from '../archive/record';
import type { RestoreMode } from '../backup/backup';
import type { Body, Entry } from '../model/entry';
import type { NamedFeed } from '../model/feed';
import type { ImportReport } from '../model/outline';
import type { FeedCandidate, Twin } from '../model/problem';
import type { Retention } from '../model/retention';
import type { ChineseScript, ImagePolicy } from '../model/settings';

/** What a request of several feeds came to. */
export interface RefreshSummary {
  checked: number;
  newEntries: number;
  failed: number;
}

/** What came of records that were to be imported. */
export interface RecordsReport {
  /** When the import was begun (ms): what its next records, and its undoing, are sent with. */
  importId: number;
  added: number;
  alreadyThere: number;
  refused: { name: string; reason: RecordRefusal }[];
}

/** What the reader is told once; see `Notices` in utils/browser/notices.ts. */
export type NoticeName = 'restored' | 'repaired' | 'full';

/** A feed as it would look subscribed. Its texts may be hostile, like all feeds'. */
export interface PreviewedFeed {
  feed: NamedFeed & { description: string };
  /** The feed that is followed and that this seems to be another address of; null for none. */
  twin: Twin | null;
  /** In the document's order, no more than 50. */
  articles: { entry: Omit<Entry, 'id' | 'feedId'>; body: Omit<Body, 'entryId'> }[];
}

/**
 * All that a reader can do, by name. A message is the plain object `{ name, input }`; it is answered with an
 * `Answer<output>`. Pages read the database themselves: only changes, and what needs the network, come through here.
 */
export interface Protocol {
  /**
   * Adds a feed by its address, or by the address of a page that announces exactly one; `apart` also where it seems to be
   * another address of one that is followed.
   */
  subscribe: {
    input: { url: string; folderId?: number | null; title?: string; apart?: boolean };
    output: { feedId: number };
  };
  /** The feeds that a page or address offers, each read, to choose from; `further` tries where feeds usually are. */
  discover: { input: { url: string; further?: boolean }; output: { candidates: FeedCandidate[] } };
  /** The same for a page that the reader has open, from its HTML; `type` is the document's media type. */
  findOnPage: {
    input: { url: string; html: string; type: string };
    output: { candidates: FeedCandidate[] };
  };
  /** Reads a feed without storing anything of it. */
  preview: { input: { url: string }; output: PreviewedFeed };
  /** Moves a feed with its articles into the bin. */
  unsubscribe: { input: { feedId: number }; output: { feedId: number } };
  /** Takes a feed out of the bin, as it was. */
  restoreFeed: { input: { feedId: number }; output: { feedId: number } };
  /** '' gives the feed its own title back. */
  renameFeed: { input: { feedId: number; title: string }; output: { feedId: number } };
  moveFeed: {
    input: { feedId: number; folderId: number | null };
    output: { feedId: number; undoId: number };
  };
  /** Gives a feed one more address: it is asked when those before it fail or fall behind. */
  addSource: { input: { feedId: number; url: string }; output: { feedId: number } };
  /** The last address stays. */
  removeSource: { input: { feedId: number; url: string }; output: { feedId: number } };
  /** Puts an address at a place among the others, 0 the first. */
  moveSource: { input: { feedId: number; url: string; place: number }; output: { feedId: number } };
  /** Makes one subscription of two that follow the same: `into` gets the addresses, articles and marks of the other. */
  mergeFeeds: { input: { feedId: number; into: number }; output: { feedId: number; undoId: number } };
  /** Takes back a mergeFeeds of the last 30 days. */
  undoMerge: { input: { undoId: number }; output: { feedId: number } };
  /** Minutes between checks where the server answers with 304; 0 for the feed's own pace. */
  setCheckInterval: { input: { feedId: number; minutes: number }; output: { feedId: number } };
  /** Rules of a feed's own on what it keeps, in place of those for all feeds; null gives them up. */
  setRetention: {
    input: { feedId: number; retention: Partial<Retention> | null };
    output: { feedId: number };
  };
  /** When this feed's images are asked for; null: as the settings say for all. */
  setFeedImages: { input: { feedId: number; images: ImagePolicy | null }; output: { feedId: number } };
  /** Whether this feed's articles keep rows of their own where other feeds bring the same story. */
  setKeepsApart: { input: { feedId: number; keepsApart: boolean }; output: { feedId: number } };
  /** The rules and exceptions by which a feed's articles are shown (`Hiding`), all of them; null for none. */
  setHiding: { input: { feedId: number; hiding: unknown }; output: { feedId: number } };
  /** The script in which a feed's Chinese is shown; null: as the settings say for all. */
  setFeedScript: { input: { feedId: number; script: ChineseScript | null }; output: { feedId: number } };
  /** How fast a feed's recordings are played; null: as for all feeds. */
  setFeedSpeed: { input: { feedId: number; speed: number | null }; output: { feedId: number } };
  /** What the server of a recording that did not play says to a request for its first byte. */
  lookAtFile: { input: { url: string; feedId: number }; output: { type: string } };
  /** The address that the feed gives a recording of an article now, which had `url`; the same where it has no other. */
  renewRecording: { input: { entryId: number; url: string }; output: { url: string } };
  createFolder: { input: { title: string; parentId?: number | null }; output: { folderId: number } };
  renameFolder: { input: { folderId: number; title: string }; output: { folderId: number } };
  /** Its feeds and folders move up one level; none is unsubscribed. */
  removeFolder: { input: { folderId: number }; output: { folderId: number; undoId: number } };
  /** All that is in it goes into another folder. */
  mergeFolder: { input: { folderId: number; into: number }; output: { folderId: number; undoId: number } };
  /** Moves a feed or a folder before a sibling of its kind; to the end without one. */
  place: {
    input: { node: 'feed' | 'folder'; id: number; parentId: number | null; before?: number | null };
    output: { undoId: number };
  };
  /** Takes back the last move, merge or removal of a folder. */
  undoPlaces: { input: { undoId: number }; output: { undoId: number } };
  /** Checks these feeds now, or all; answered when all are checked. */
  refresh: { input: { feedIds?: number[] }; output: RefreshSummary };
  markRead: { input: { entryIds: number[]; read: boolean }; output: { changed: number } };
  /** Marks a feed, a folder with all below it, or everything; `before` keeps what arrived at or after that time (ms). */
  markAllRead: {
    input: { feedId?: number; folderId?: number; before?: number };
    output: { changed: number; undoId: number };
  };
  /** Takes back a markAllRead. */
  undo: { input: { undoId: number }; output: { changed: number } };
  star: { input: { entryIds: number[]; starred: boolean }; output: { changed: number } };
  /** Puts tags on articles by name and takes others off by id; gives the ids of those put on. */
  tagEntries: {
    input: { entryIds: number[]; add?: string[]; remove?: number[] };
    output: { changed: number; tagIds: number[] };
  };
  renameTag: { input: { tagId: number; title: string }; output: { tagId: number } };
  /** Lets `into` stand for a tag wherever it was. */
  mergeTags: { input: { tagId: number; into: number }; output: { tagId: number } };
  removeTag: { input: { tagId: number }; output: { tagId: number } };
  /** Takes back a removeTag or a mergeTags. */
  restoreTag: { input: { tagId: number }; output: { tagId: number } };
  /** Keeps a search among the views; with a `searchId` that one is changed, or put back. */
  saveSearch: {
    input: { searchId?: number; title: string; query: string; place?: number };
    output: { searchId: number };
  };
  /** The reader has opened the popup or the reader page. */
  noteOpening: { input: Record<string, never>; output: Record<string, never> };
  /** All rules, in their order, those that are there with their ids; none is kept of what holds one that cannot be carried out. */
  setRules: { input: { rules: unknown[] }; output: { rules: number } };
  /** Whether the reader is told of a feed's new articles. */
  setNotify: { input: { feedId: number; notify: boolean }; output: { feedId: number } };
  removeSearch: { input: { searchId: number }; output: { searchId: number } };
  /** Adds the feeds of an OPML document; nothing is asked of the network before the next poll. */
  importOpml: { input: { text: string }; output: ImportReport };
  /** The same for a document at an address. */
  importOpmlFrom: { input: { url: string }; output: ImportReport };
  /**
   * Feeds with a password in their address are left out and counted in `withheld`, unless `secrets` asks for them; those
   * with a key among the parameters of their address are in it, and counted in `keyed`.
   */
  exportOpml: {
    input: { secrets?: boolean };
    output: { text: string; feeds: number; keyed: number; withheld: number };
  };
  /** Adds articles that were kept as records; an import of many goes on with the `importId` of its first answer. */
  importRecords: {
    input: { records: { name: string; text: string }[]; importId?: number; read?: boolean };
    output: RecordsReport;
  };
  /** Stores the pictures of an archive, each in base64. */
  importImages: { input: { images: string[] }; output: { stored: number } };
  /** Says by which addresses articles ask for such pictures. */
  nameImported: {
    input: { images: { address: string; hash: string; from: string; fetchedAt: number }[] };
    output: Record<string, never>;
  };
  /** Lets the articles of an import have the pictures that came with them. */
  adoptImages: { input: { importId: number }; output: { articles: number } };
  /** Writes down all that a replacing restore may change, so that it can be taken back; says when (ms). */
  putBy: { input: Record<string, never>; output: { at: number } };
  /** Restores the subscriptions of a backup's first line; gives its ids with those that its feeds have here. */
  restoreBackup: {
    input: { head: string; mode: RestoreMode };
    output: { feedIds: [number, number][]; added: number; removed: number };
  };
  /** Restores another line's entries into the feed that it belongs to here. */
  restoreEntries: {
    input: { feedId: number; text: string; mode: RestoreMode };
    output: { added: number; changed: number };
  };
  /** Begins or ends to keep a feed's articles with their pictures; begun again, what did not come is tried again. */
  setOffline: { input: { feedId: number; offline: boolean }; output: { feedId: number } };
  /** Fetches an article's page and keeps its text beside what the feed sent. */
  fetchFullText: { input: { entryId: number }; output: { entryId: number } };
  /** Whether that is done for all articles of a feed as they arrive. */
  setFullText: { input: { feedId: number; fullText: boolean }; output: { feedId: number } };
  /** Saves the pictures of these articles, whatever their feeds; answered when what came of it is known. */
  keepArticles: { input: { entryIds: number[] }; output: { kept: number } };
  /** The reader has opened an article of which more is kept: it goes last when there is no room. */
  noteOpened: { input: { entryId: number }; output: Record<string, never> };
  /** Removes what an importRecords added. */
  undoImport: { input: { importId: number }; output: { removed: number } };
  /** The reader has seen the notice that subscriptions were restored. */
  dismissNotice: { input: { notice: NoticeName }; output: Record<string, never> };
  /** Counts all articles anew; `wrong` feeds, or sums, had stored counts that were not so, and are right now. */
  checkStore: { input: Record<string, never>; output: { feeds: number; wrong: number } };
}

export type MessageName = keyof Protocol;
export type Input<N extends MessageName> = Protocol[N]['input'];
export type Output<N extends MessageName> = Protocol[N]['output'];

/** What pages hear when something has changed. Ids and counts only: rows are read from the database. */
export type Change =
  | { kind: 'feeds' }
  /** Tags or saved searches. */
  | { kind: 'tags' }
  | { kind: 'rules' }
  | { kind: 'entries'; entryIds: number[] }
  /** Some of these are known for copies of one story now. */
  | { kind: 'joined'; entryIds: number[] }
  /** Too many to name, or all of a feed. */
  | { kind: 'lists' }
  | { kind: 'arrived'; feedId: number; count: number }
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'settled' }
  /** Icons of feeds have come. */
  | { kind: 'icons' }
  /** Pictures of some articles were saved, or could not be. */
  | { kind: 'kept' }
  /** More articles can be found by search. */
  | { kind: 'indexed' };
