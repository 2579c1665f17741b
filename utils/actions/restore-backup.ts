import type { BackupFeed, BackupHead, RestoreMode } from '../backup/backup';
import { feedKey } from '../backup/preview';
import { readEntries, readHead, readSeen } from '../backup/read-backup';
import { mergeFolder } from '../db/arrange';
import { addFeeds, getFeed, listFeeds, listRemovedFeeds, updateFeed } from '../db/feeds';
import { addFolder, listFolders } from '../db/folders';
import { restoreGoneList } from '../db/gone-lists';
import { removeFeed } from '../db/removal';
import * as db from '../db/restore-entries';
import { listRules, replaceRules } from '../db/rules';
import { deleteSearch, listSearches, putSearch } from '../db/searches';
import { needTags } from '../db/tags';
import type { Input, Output } from '../messages/protocol';
import type { Feed, Folder } from '../model/feed';
import { choicesOf, withChoices } from '../model/feed-choices';
import { ProblemError } from '../model/problem';
import { ruleLimits } from '../model/rule';
import { tagKey } from '../model/tag';
import { readRule } from '../rules/read-rules';
import { feedsChanged } from './feeds-changed';
import { newFeed, newSource } from './new-feed';
import { nextWake } from './next-wake';
import { restoreSubscriptions } from './restore-subscriptions';
import { showBadge } from './show-badge';
import { takeOut } from './unsubscribe';
import type { World } from './world';

/** Restored feeds are checked one after the other. */
const stepMs = 2000;
/** Beyond what any clock says: an archive has nothing to check. */
const never = 8.64e15;

type Ids = Map<number, number>;

/**
 * Puts the subscriptions of a backup's head back, in their folders; gives which id here each of its ids is. A replacing
 * restore moves what the backup does not have into the bin. Done again after a kill, it finds what it did. Throws
 * input-invalid for what is no backup.
 */
export async function restoreBackup(
  world: World,
  { head: text, mode }: Input<'restoreBackup'>,
): Promise<Output<'restoreBackup'>> {
  const head = readHead(text);
  if (!head) throw new ProblemError({ kind: 'input-invalid', field: 'head' });
  await restoreSubscriptions(world);
  const now = world.now();
  const folders = await restoreFolders(head.folders);
  const here = new Map(
    [...(await listRemovedFeeds()), ...(await listFeeds())].map((feed) => [feedKey(feed), feed]),
  );
  const missing = head.feeds.filter((feed) => !here.has(feedKey(feed)));
  const ids = await addFeeds(missing.map((feed, i) => restoredFeed(feed, folders, now, now + i * stepMs)));
  const feedIds: Ids = new Map(missing.map((feed, i) => [feed.id, ids[i] ?? 0]));
  for (const feed of head.feeds) {
    const known = here.get(feedKey(feed));
    if (known) feedIds.set(feed.id, await keepFeed(world, known, { feed, folders, mode }));
  }
  await restoreSearches(head, mode);
  await restoreRules(head, mode);
  const removed = mode === 'merge' ? 0 : await removeOthers(head, now);
  if (mode === 'take-back') await removeEmptied(new Set(folders.values()), now);
  await feedsChanged(world);
  await world.wakeBy(await nextWake(now), now);
  return { feedIds: [...feedIds], added: missing.length, removed };
}

/** Puts one further line of a backup, of entries or of what was pruned, into the feed that it belongs to. Throws input-invalid, no-such-feed, storage-full. */
export async function restoreEntries(
  world: World,
  { feedId, text, mode }: Input<'restoreEntries'>,
): Promise<Output<'restoreEntries'>> {
  const [line, seen] = [readEntries(text), readSeen(text)];
  if (!line && !seen) throw new ProblemError({ kind: 'input-invalid', field: 'text' });
  if (!(await getFeed(feedId))) throw new ProblemError({ kind: 'no-such-feed', feedId });
  if (seen) await restoreGoneList(feedId, seen, world.now());
  if (!line) return { added: 0, changed: 0 };
  const tagIds = await needTags(line.entries.flatMap(({ tags = [] }) => tags));
  const items = line.entries.map(({ entry, body, tags = [], ...beside }) => ({
    entry,
    body: body ?? noBody(entry.link),
    beside,
    tagIds: tags.flatMap((name) => tagIds.get(tagKey(name)) ?? []),
  }));
  const restored = await db.restoreEntries(feedId, items, world.now(), mode !== 'merge');
  await showBadge(world);
  world.announce({ kind: 'lists' });
  if (tagIds.size > 0) world.announce({ kind: 'tags' });
  return restored;
}

/** Added after those that are there, where they are not there already; those that are there go when a restore is taken back. */
async function restoreRules({ rules: given }: BackupHead, mode: RestoreMode): Promise<void> {
  const here = await listRules();
  const known = new Set(here.map((rule) => JSON.stringify(readRule(rule))));
  const wanted = Array.isArray(given) ? given.slice(0, ruleLimits.rules) : [];
  const added = wanted
    .map(readRule)
    .filter((rule) => rule !== null)
    .filter((rule) => !known.has(JSON.stringify(rule)));
  const wantedKeys = new Set(wanted.map((rule) => JSON.stringify(readRule(rule))));
  const kept =
    mode === 'take-back' ? here.filter((rule) => wantedKeys.has(JSON.stringify(readRule(rule)))) : here;
  const all = [...kept.map(({ position: _, ...rule }) => rule), ...added];
  if (added.length > 0 || kept.length < here.length) await replaceRules(all.slice(0, ruleLimits.rules));
}

/** As rules. */
async function restoreSearches({ searches = [] }: BackupHead, mode: RestoreMode): Promise<void> {
  const here = await listSearches();
  const wanted = new Set(searches.map(({ query }) => query));
  const gone = mode === 'take-back' ? here.filter(({ query }) => !wanted.has(query)) : [];
  for (const { id } of gone) await deleteSearch(id);
  const known = new Set(here.map(({ query }) => query));
  for (const { title, query } of searches)
    if (!known.has(query)) await putSearch({ title: title || query, query });
}

function noBody(base: string) {
  return { html: '', base, language: '', categories: [], enclosures: [], comments: '' };
}

/** Finds folders of the same name in the same place, or makes them; parents first. Gives the id here of each. */
async function restoreFolders(wanted: readonly Folder[]): Promise<Ids> {
  const ids: Ids = new Map();
  const here = await listFolders();
  let waiting = [...wanted].sort((a, b) => a.position - b.position);
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parentId }) => parentId === null || ids.has(parentId));
    // without a way to the top: the parent is missing from the backup
    const next = ready.length > 0 ? ready : waiting.slice(0, 1);
    for (const { id, title, parentId: oldParent, position } of next) {
      const parentId = oldParent === null ? null : (ids.get(oldParent) ?? null);
      const known = here.find((folder) => folder.title === title && folder.parentId === parentId);
      ids.set(id, known?.id ?? (await addFolder({ title, parentId, position })));
    }
    waiting = waiting.filter(({ id }) => !ids.has(id));
  }
  return ids;
}

function placeOf({ folderId, position }: BackupFeed, folders: Ids): Pick<Feed, 'folderId' | 'position'> {
  return { folderId: folderId === null ? null : (folders.get(folderId) ?? null), position };
}

function restoredFeed(feed: BackupFeed, folders: Ids, now: number, nextCheckAt: number): Omit<Feed, 'id'> {
  const { title, customTitle, siteUrl, language, iconUrl } = feed;
  return newFeed({
    title,
    customTitle,
    siteUrl,
    language,
    iconUrl,
    ...placeOf(feed, folders),
    addedAt: Math.min(feed.addedAt || now, now),
    nextCheckAt: feed.sources.length === 0 ? never : nextCheckAt,
    sources: feed.sources.map(({ url, privateAllowed }) => newSource(url, privateAllowed)),
    ...choicesOf(feed),
  });
}

/** What is here stays; out of the bin if it was there; as it was named and placed in the backup where that replaces. */
async function keepFeed(
  world: World,
  known: Feed,
  { feed, folders, mode }: { feed: BackupFeed; folders: Ids; mode: RestoreMode },
): Promise<number> {
  if (known.removedAt !== null) await takeOut(world, known.id);
  if (mode !== 'merge') {
    const { customTitle } = feed;
    await updateFeed(known.id, (row) => ({
      ...withChoices(row, choicesOf(feed)),
      customTitle,
      ...placeOf(feed, folders),
      ...addressesOf(row, feed),
    }));
  }
  return known.id;
}

/** The addresses of the backup in its order, with what is known of them here. */
function addressesOf(row: Feed, { sources }: BackupFeed): Pick<Feed, 'sources' | 'activeSource'> {
  const known = new Map(row.sources.map((source) => [source.url, source]));
  const asked = row.sources[row.activeSource ?? 0]?.url;
  return {
    sources: sources.map(({ url, privateAllowed }) => known.get(url) ?? newSource(url, privateAllowed)),
    activeSource: Math.max(
      0,
      sources.findIndex(({ url }) => url === asked),
    ),
  };
}

async function removeOthers(head: BackupHead, now: number): Promise<number> {
  const wanted = new Set(head.feeds.map(feedKey));
  const others = (await listFeeds()).filter((feed) => !wanted.has(feedKey(feed)));
  for (const { id } of others) await removeFeed(id, now);
  return others.length;
}

/** Removes folders that a restore had made, where nothing stands in them any more. */
async function removeEmptied(wanted: ReadonlySet<number>, now: number): Promise<void> {
  for (;;) {
    const [folders, feeds] = await Promise.all([listFolders(), listFeeds()]);
    const used = new Set([
      ...feeds.map(({ folderId }) => folderId),
      ...folders.map(({ parentId }) => parentId),
    ]);
    const empty = folders.find(({ id }) => !wanted.has(id) && !used.has(id));
    if (!empty) return;
    await mergeFolder(empty.id, empty.parentId, now);
  }
}
