import { addFeeds, listFeeds, listRemovedFeeds, type NewFeed } from '../db/feeds';
import { addFolder, listFolders } from '../db/folders';
import type { Input, Output } from '../messages/protocol';
import type { Feed, Folder } from '../model/feed';
import type { Outline } from '../model/outline';
import { ProblemError } from '../model/problem';
import { parseOpml } from '../opml/parse-opml';
import { spreadOut } from '../schedule/spread';
import { addressKey } from '../text/address';
import { feedsChanged } from './feeds-changed';
import { newFeed, newSource } from './new-feed';
import { nextWake } from './next-wake';
import { readChoices } from './outline-settings';
import { restoreSubscriptions } from './restore-subscriptions';
import { takeOut } from './unsubscribe';
import type { World } from './world';

interface Planned {
  outline: Outline;
  folderId: number | null;
}

/** Makes the folders of the outlines, or finds those of the same name, and lists the feeds with where they go. */
class FolderPlan {
  readonly feeds: Planned[] = [];
  added = 0;

  constructor(private readonly folders: Folder[]) {}

  async take(outlines: Outline[], folderId: number | null): Promise<void> {
    for (const outline of outlines) {
      if (outline.xmlUrl) this.feeds.push({ outline, folderId });
      else await this.take(outline.children, await this.#folder(outline.title, folderId));
    }
  }

  async #folder(title: string, parentId: number | null): Promise<number> {
    const siblings = this.folders.filter((folder) => folder.parentId === parentId);
    const known = siblings.find((folder) => folder.title === title);
    if (known) return known.id;
    const folder = { title, parentId, position: siblings.length };
    const id = await addFolder(folder);
    this.folders.push({ ...folder, id });
    this.added++;
    return id;
  }
}

function keysOf(feeds: Feed[]): Map<string, Feed> {
  return new Map(feeds.flatMap((feed) => feed.sources.map(({ url }) => [addressKey(url), feed] as const)));
}

function feedOf({ outline, folderId }: Planned, now: number): NewFeed {
  const { title, customTitle = '', xmlUrl, htmlUrl, mirrors = [], settings = {} } = outline;
  const sources = [xmlUrl, ...mirrors].map((url) => newSource(url, false));
  const { keepsRepeats: _elsewhere, ...choices } = readChoices(settings);
  const known = { title, customTitle, siteUrl: htmlUrl, folderId, sources, ...choices };
  return newFeed({ ...known, addedAt: now, nextCheckAt: now });
}

/** Adds them at the end, their first checks spread over time. */
async function addPlanned(world: World, planned: Planned[], after: number): Promise<void> {
  const now = world.now();
  const times = spreadOut(planned.length, now);
  const ids = await addFeeds(
    planned.map((each, index) => ({
      ...feedOf(each, now),
      position: after + index,
      nextCheckAt: times[index] ?? now,
    })),
  );
  const whole = ids.filter((_, index) => readChoices(planned[index]?.outline.settings ?? {}).keepsRepeats);
  if (whole.length > 0) await world.addUncleaned(whole);
}

/** A feed that is there under one of an outline's further addresses has its others too from now on, after those it has. */
async function addAddresses(world: World, { id }: Feed, { xmlUrl, mirrors = [] }: Outline): Promise<void> {
  const { addSource } = await import('./arrange-sources');
  for (const url of [xmlUrl, ...mirrors]) {
    await addSource(world, { feedId: id, url }).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
    });
  }
}

/**
 * Adds the feeds of an OPML document in their folders; those that are there already stay as they are, or gain what of
 * their addresses they lacked where an outline names one of theirs among its mirrors; those in the bin come back. Nothing is asked of the network before the next poll. Throws opml-unreadable.
 */
export async function importOpml(world: World, { text }: Input<'importOpml'>): Promise<Output<'importOpml'>> {
  const opml = parseOpml(text);
  if ('reason' in opml) throw new ProblemError({ kind: 'opml-unreadable', reason: opml.reason });
  await restoreSubscriptions(world);
  const [feeds, removed, folders] = await Promise.all([listFeeds(), listRemovedFeeds(), listFolders()]);
  const plan = new FolderPlan(folders);
  await plan.take(opml.outlines, null);
  const [known, binned] = [keysOf(feeds), keysOf(removed)];
  const wanted = plan.feeds.map((each) => ({ ...each, key: addressKey(each.outline.xmlUrl) }));
  const elsewhere = ({ outline, key }: (typeof wanted)[number]) =>
    known.has(key) || binned.has(key)
      ? []
      : (outline.mirrors ?? []).flatMap((url) => known.get(addressKey(url)) ?? []);
  const absent = wanted.filter((each) => !known.has(each.key) && elsewhere(each).length === 0);
  for (const each of wanted)
    for (const feed of elsewhere(each).slice(0, 1)) await addAddresses(world, feed, each.outline);
  const restored = new Set(absent.flatMap(({ key }) => binned.get(key)?.id ?? []));
  for (const id of restored) await takeOut(world, id);
  const now = world.now();
  const added = absent.filter(({ key }) => !binned.has(key));
  await addPlanned(world, added, Math.max(0, ...feeds.map(({ position }) => position + 1)));
  await feedsChanged(world);
  await world.wakeBy(await nextWake(now), now);
  return {
    added: absent.length,
    alreadyThere: wanted.length - absent.length,
    merged: opml.merged,
    folders: plan.added,
    refused: opml.refused,
  };
}
