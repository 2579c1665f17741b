import type { Snapshots } from '../backup/generations';
import { withSnapshot } from '../backup/generations';
import { backupFeed, entryLines, headLine, seenLine } from '../backup/write-backup';
import { listEntries } from '../db/entry-lists';
import { listFeeds } from '../db/feeds';
import { listFolders } from '../db/folders';
import { getGoneList } from '../db/gone-lists';
import { listRules } from '../db/rules';
import { listSearches } from '../db/searches';
import { listTags } from '../db/tag-list';
import type { Feed } from '../model/feed';
import type { Retention } from '../model/retention';
import { exportOpml } from './export-opml';
import type { World } from './world';

/** The newest entries whose state is kept, and so many starred ones: 300 bytes each. */
const keptEntries = 5000;

/** Where snapshots are kept. */
export interface SnapshotShelf {
  read(): Promise<Snapshots>;
  write(snapshots: Snapshots): Promise<void>;
}

/**
 * Writes subscriptions, settings and what is read and starred of the newest entries down outside the database, where the
 * last ones, yesterday's and last week's are. Nothing is written where there are no feeds: that may be a loss.
 */
export async function snapshot(
  world: World,
  shelf: SnapshotShelf,
  retention: Retention,
  uncleaned: ReadonlySet<number> = new Set(),
): Promise<void> {
  const [feeds, folders] = await Promise.all([listFeeds(), listFolders()]);
  if (feeds.length === 0) return;
  const head = headLine({
    writtenAt: world.now(),
    opml: (await exportOpml(world, { secrets: true })).text,
    folders,
    feeds: feeds.map((feed) => backupFeed(feed, uncleaned)),
    settings: await world.getSettings(),
    retention,
    rules: await listRules(),
    searches: (await listSearches()).map(({ title, query }) => ({ title, query })),
  });
  const [newest, starred] = await Promise.all([
    listEntries({ filter: 'all', limit: keptEntries }),
    listEntries({ filter: 'starred', limit: keptEntries }),
  ]);
  const tags = await listTags();
  const names = new Map(tags.map(({ id, title }) => [id, title]));
  const tagged = await Promise.all(
    tags.map(({ id }) => listEntries({ filter: 'marked', mark: id, limit: keptEntries })),
  );
  const entries = new Map(
    [...newest, ...starred, ...tagged.flat().slice(0, keptEntries)].map((entry) => [entry.id, entry]),
  );
  const byFeed = [...entries.values()].sort((a, b) => a.feedId - b.feedId);
  const text = [head, ...(await goneLines(feeds)), ...entryLines(byFeed, new Map(), names)].join('');
  await shelf.write(withSnapshot(await shelf.read(), { at: world.now(), text }));
}

async function goneLines(feeds: readonly Feed[]): Promise<string[]> {
  const lists = await Promise.all(feeds.map(({ id }) => getGoneList(id)));
  return lists.flatMap((list, i) => {
    const feedId = feeds[i]?.id;
    return list && feedId !== undefined ? [seenLine({ ...list, feedId })] : [];
  });
}
