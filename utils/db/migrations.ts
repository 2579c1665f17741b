import { isRead } from '../model/entry';
import { isMarkedBy, tallied } from './mark-tally';
import type { Database, EntryRow, MarkAllRow, UpgradeTx } from './schema';

/** One step from the version before it. Runs inside the upgrade's transaction: nothing but this database may be awaited. */
export type Migration = (db: Database, tx: UpgradeTx) => void | Promise<void>;

/**
 * Version 1. Every index is paid for at every insert (a row with five costs twice one with one), so there are three
 * that hold all rows, and what they do not answer is put together from them:
 * all articles newest first are the unread and the read ones merged; so are all of one feed; the second identity
 * (altKey) is only wanted when a poll finds hardly a known key, and then the feed's rows are read once.
 * Of equal sortAt, an index keeps the order of ids by itself.
 */
function createStores(db: Database): void {
  const feeds = db.createObjectStore('feeds', { keyPath: 'id', autoIncrement: true });
  feeds.createIndex('byNextCheck', 'nextCheckAt');
  // null is no key: only feeds in the bin stand in it
  feeds.createIndex('byRemoved', 'removedAt');
  db.createObjectStore('folders', { keyPath: 'id', autoIncrement: true });
  const entries = db.createObjectStore('entries', { keyPath: 'id', autoIncrement: true });
  entries.createIndex('byKey', ['feedId', 'key'], { unique: true });
  entries.createIndex('byRead', ['read', 'sortAt']);
  entries.createIndex('byFeedRead', ['feedId', 'read', 'sortAt']);
  entries.createIndex('byStar', ['starSort']);
  db.createObjectStore('bodies', { keyPath: 'entryId' });
  db.createObjectStore('counts', { keyPath: 'feedId' });
  const journal = db.createObjectStore('journal', { keyPath: 'id', autoIncrement: true });
  journal.createIndex('byTime', 'at');
  journal.createIndex('byPending', 'pending');
  journal.createIndex('byOwner', 'of');
  db.createObjectStore('meta', { keyPath: 'key' });
}

/** Version 2. One packed row a feed, because a row for every key that left the store would be as many as entries. */
function createSeen(db: Database): void {
  db.createObjectStore('seen', { keyPath: 'feedId' });
}

/** Version 3. A feed's last checks by [feed, place in its ring]: a new one is written over the oldest. */
function createChecks(db: Database): void {
  db.createObjectStore('checks');
}

/**
 * Version 4. Texts that articles' own pages have, and pictures for reading offline: bytes by their hash, addresses apart from them, and a row for each article that
 * shows some. What no article names any more is seen in the index of hashes, so that no count of uses can go wrong.
 */
function createImages(db: Database): void {
  db.createObjectStore('imageFiles', { keyPath: 'hash' });
  db.createObjectStore('images', { keyPath: 'address' }).createIndex('byHash', 'hash');
  const kept = db.createObjectStore('keptEntries', { keyPath: 'entryId' });
  kept.createIndex('byState', ['state', 'dueAt']);
  kept.createIndex('byUse', 'usedAt');
  kept.createIndex('byHash', 'hashes', { multiEntry: true });
  kept.createIndex('byFeed', 'feedId');
  db.createObjectStore('fullTexts', { keyPath: 'entryId' });
}

/** Version 5. When a feed's articles come. Apart from its counts, which are read all the time. */
function createCadences(db: Database): void {
  db.createObjectStore('cadences', { keyPath: 'feedId' });
}

/** Version 6. The sum of all unread entries in a row of its own, under 0, which is no feed's id. */
async function createSums(_: Database, tx: UpgradeTx): Promise<void> {
  const store = tx.objectStore('counts');
  const removed = new Set(await tx.objectStore('feeds').index('byRemoved').getAllKeys());
  const rows = await store.getAll();
  const subscribed = rows.filter(({ feedId }) => !removed.has(feedId));
  const unread = subscribed.reduce((sum, row) => sum + row.unread, 0);
  await store.put({ feedId: 0, total: 0, unread, starred: 0, readUpTo: 0, readUpToAt: 0 });
  for (const row of rows) if (removed.has(row.feedId)) await store.put({ ...row, inBin: 1 });
}

/**
 * Version 7. The search index: packed segments, the blocks of their posting lists by [segment, last token], and the
 * entries whose text has changed since they were indexed, with the hash of the change.
 */
function createSearch(db: Database): void {
  db.createObjectStore('segments', { keyPath: 'id' });
  db.createObjectStore('segmentDocs');
  db.createObjectStore('postings');
  db.createObjectStore('stale');
}

/**
 * Version 8. Tags, what their lists are read from, rules, searches that were saved, and what is to be told to the reader.
 * An entry stands in the index once for each of its marks, as [mark, sortAt]; most have none and cost it nothing.
 */
function createTags(db: Database, tx: UpgradeTx): void {
  db.createObjectStore('tags', { keyPath: 'id', autoIncrement: true });
  tx.objectStore('entries').createIndex('byMark', 'markSort', { multiEntry: true });
  db.createObjectStore('rules', { keyPath: 'id', autoIncrement: true });
  db.createObjectStore('searches', { keyPath: 'id', autoIncrement: true });
  db.createObjectStore('outbox', { keyPath: 'entryId' });
}

/** Version 9. Icons of feeds, apart from their rows, which are read all the time. */
function createIcons(db: Database): void {
  db.createObjectStore('icons', { keyPath: 'feedId' });
}

/**
 * Version 10. Copies of one story: what they are found by, and the story's number in the rows of those that have copies,
 * so that the index costs all others nothing. Beside them, earlier texts of articles that were changed.
 */
function createStories(db: Database, tx: UpgradeTx): void {
  db.createObjectStore('storyKeys', { keyPath: 'entryId' }).createIndex('byKey', 'keys', {
    multiEntry: true,
  });
  tx.objectStore('entries').createIndex('byStory', 'story');
  db.createObjectStore('revisions', { keyPath: ['entryId', 'at'] });
}

/** Version 11. Articles that were changed since they were compared with others, with the hash of the change. */
function createToCompare(db: Database): void {
  db.createObjectStore('toCompare');
}

/**
 * Version 12. How many of the entries with a mark are unread, in the counts; and in mark-alls that are under way, what an
 * undo gives back. Each row stands in the index once for each of its marks, and rows without marks not at all.
 */
async function countUnreadMarks(_: Database, tx: UpgradeTx): Promise<void> {
  const [store, journal] = [tx.objectStore('counts'), tx.objectStore('journal')];
  const counts = new Map((await store.getAll()).map((row) => [row.feedId, row]));
  const pending = (await journal.index('byPending').getAll()) as MarkAllRow[];
  const marks = pending.filter(({ state }) => state === 'open');
  let cursor = await tx.objectStore('entries').index('byMark').openCursor();
  for (; cursor; cursor = await cursor.continue()) {
    const row = cursor.value as EntryRow;
    const own = counts.get(row.feedId);
    if (row.read === 1 || !own) continue;
    const mark = { [cursor.key[0]]: 1 };
    if (!isRead(row, own)) own.unreadMarked = tallied(own.unreadMarked, mark);
    for (const part of marks.flatMap((one) => one.feeds.filter((part) => isMarkedBy(one, part, row))))
      if (part.feedId === row.feedId) part.marked = tallied(part.marked, mark);
  }
  for (const row of counts.values()) if (row.unreadMarked) await store.put(row);
  for (const mark of marks) await journal.put(mark);
}

/** Numbers of articles that were noted down elsewhere before a new database was made (ms) mean others in it (`made-at`). */
async function noteMadeAt(tx: UpgradeTx, now: number): Promise<void> {
  await tx.objectStore('meta').put({ key: 'madeAt', value: now });
}

/** In order; the database's version is their number (`databaseVersion` in open.ts). A step that was released is never changed again. */
export const migrations: readonly Migration[] = [
  createStores,
  createSeen,
  createChecks,
  createImages,
  createCadences,
  createSums,
  createSearch,
  createTags,
  createIcons,
  createStories,
  createToCompare,
  countUnreadMarks,
];

/**
 * Brings a database from `oldVersion` (0: there was none) to the last of `steps`. A step that throws takes the whole
 * upgrade back, opening fails, and the old data stays as it was.
 */
export async function migrate(
  db: Database,
  tx: UpgradeTx,
  oldVersion: number,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  tx.done.catch(() => undefined);
  try {
    for (const step of steps.slice(oldVersion)) await step(db, tx);
    if (oldVersion === 0) await noteMadeAt(tx, Date.now());
  } catch {
    tx.abort();
  }
}
