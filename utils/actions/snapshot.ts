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
import type { Entry } from '../model/entry';
import type { Feed } from '../model/feed';
import type { Listening } from '../model/listening';
import type { Retention } from '../model/retention';
import { listMarks } from '../model/tag';
import { exportOpml } from './export-opml';
import type { World } from './world';

/** The newest entries whose state is kept, and so many starred ones: 300 bytes each. */
const keptEntries = 5000;

/** Where snapshots are kept. */
export interface SnapshotShelf {
  read(): Promise<Snapshots>;
  write(snapshots: Snapshots): Promise<void>;
}

/** What of the reader's is kept outside the database, and written down with the rest. */
export interface Choices {
  retention: Retention;
  /** The feeds whose articles are shown with what they repeat. */
  uncleaned?: ReadonlySet<number>;
  listening?: Listening;
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
  const feeds = await listFeeds();
  if (feeds.length === 0) return;
  const text = await textOf(world, feeds, await newestEntries(), { retention, uncleaned });
  await shelf.write(withSnapshot(await shelf.read(), { at: world.now(), text }));
}

/** As `snapshot`, of all entries, in a place of its own: what a replacing restore can be taken back by. */
export async function putBy(world: World, shelf: SnapshotShelf, choices: Choices): Promise<{ at: number }> {
  return world.keepAlive(async () => {
    const at = world.now();
    const text = await textOf(world, await listFeeds(), await allEntries(), choices);
    await shelf.write({ before: { at, text } });
    return { at };
  });
}

async function textOf(
  world: World,
  feeds: readonly Feed[],
  entries: ReadonlyMap<number, Entry>,
  { retention, uncleaned = new Set(), listening }: Choices,
): Promise<string> {
  const head = headLine({
    writtenAt: world.now(),
    opml: (await exportOpml(world, { secrets: true })).text,
    folders: await listFolders(),
    feeds: feeds.map((feed) => backupFeed(feed, uncleaned)),
    settings: { ...(await world.getSettings()), ...(listening && { listening }) },
    retention,
    rules: await listRules(),
    searches: (await listSearches()).map(({ title, query }) => ({ title, query })),
  });
  const names = new Map((await listTags()).map(({ id, title }) => [id, title]));
  const byFeed = [...entries.values()].sort((a, b) => a.feedId - b.feedId);
  return [head, ...(await goneLines(feeds)), ...entryLines(byFeed, new Map(), names)].join('');
}

const byId = (entries: readonly Entry[]) => new Map(entries.map((entry) => [entry.id, entry]));

async function newestEntries(): Promise<Map<number, Entry>> {
  const [newest, starred] = await Promise.all([
    listEntries({ filter: 'all', limit: keptEntries }),
    listEntries({ filter: 'starred', limit: keptEntries }),
  ]);
  const tagged = await Promise.all(
    (await listTags()).map(({ id }) => listEntries({ filter: 'marked', mark: id, limit: keptEntries })),
  );
  return byId([...newest, ...starred, ...tagged.flat().slice(0, keptEntries)]);
}

/** Hidden ones too. In pages, so that none is long under way. */
async function allEntries(): Promise<Map<number, Entry>> {
  const all: Entry[] = [];
  for (const of of [{ filter: 'all' }, { filter: 'marked', mark: listMarks.hidden }] as const) {
    let after: Entry | undefined;
    do {
      const page = await listEntries({ ...of, limit: keptEntries, ...(after && { after }) });
      all.push(...page);
      after = page.length === keptEntries ? page.at(-1) : undefined;
    } while (after);
  }
  return byId(all);
}

async function goneLines(feeds: readonly Feed[]): Promise<string[]> {
  const lists = await Promise.all(feeds.map(({ id }) => getGoneList(id)));
  return lists.flatMap((list, i) => {
    const feedId = feeds[i]?.id;
    return list && feedId !== undefined ? [seenLine({ ...list, feedId })] : [];
  });
}
