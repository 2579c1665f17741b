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
import { furtherAddresses, joinOutlines } from './join-outlines';
import { newFeed, newSource } from './new-feed';
import { nextWake } from './next-wake';
import { readChoices } from './outline-settings';
import { restoreSubscriptions } from './restore-subscriptions';
import { takeOut } from './unsubscribe';
import type { World } from './world';

/** A feed of the document with the titles of the folders around it, the outermost first. */
interface Planned {
  outline: Outline;
  folders: readonly string[];
}

type Placed = Pick<Planned, 'outline'> & { folderId: number | null };

function feedsIn(outlines: readonly Outline[], folders: readonly string[] = []): Planned[] {
  return outlines.flatMap((outline) =>
    outline.xmlUrl ? [{ outline, folders }] : feedsIn(outline.children, [...folders, outline.title]),
  );
}

/** The reader's folders, of which those that are missing are made when something new goes into them. */
class Folders {
  added = 0;

  constructor(private readonly folders: Folder[]) {}

  async place({ outline, folders }: Planned): Promise<Placed> {
    let folderId: number | null = null;
    for (const title of folders) folderId = await this.#folder(title, folderId);
    return { outline, folderId };
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

function feedOf({ outline, folderId }: Placed, now: number): NewFeed {
  const { title, customTitle = '', xmlUrl, htmlUrl, mirrors = [], settings = {} } = outline;
  const sources = [xmlUrl, ...mirrors].map((url) => newSource(url, false));
  const { keepsRepeats: _elsewhere, ...choices } = readChoices(settings);
  const known = { title, customTitle, siteUrl: htmlUrl, folderId, sources, ...choices };
  return newFeed({ ...known, addedAt: now, nextCheckAt: now });
}

/** Adds them at the end, their first checks spread over time. */
async function addPlanned(world: World, planned: Placed[], after: number): Promise<void> {
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

interface Sorted {
  /** Followed under that very address. */
  known: Planned[];
  /** Followed under one of an outline's further addresses, or at a known mirror. */
  elsewhere: { feed: Feed; outline: Outline }[];
  /** In the bin: the feeds, each once. */
  binned: Planned[];
  restored: Set<number>;
  unknown: Planned[];
}

/** What each outline is to the reader: a feed that is followed already, one in the bin, or a new one. */
function sorted(planned: Planned[], feeds: Map<string, Feed>, removed: Map<string, Feed>): Sorted {
  const found: Sorted = { known: [], elsewhere: [], binned: [], restored: new Set(), unknown: [] };
  for (const each of planned) {
    const key = addressKey(each.outline.xmlUrl);
    const inBin = removed.get(key);
    const feed = furtherAddresses(each.outline).flatMap((url) => feeds.get(addressKey(url)) ?? [])[0];
    if (feeds.has(key)) found.known.push(each);
    else if (inBin) {
      found.binned.push(each);
      found.restored.add(inBin.id);
    } else if (feed) found.elsewhere.push({ feed, outline: each.outline });
    else found.unknown.push(each);
  }
  return found;
}

/**
 * Adds the feeds of an OPML document in their folders, of which those that hold nothing new are not made. Feeds that are there
 * already stay as they are, or gain the addresses they lacked where an outline names one of theirs among its mirrors, or a
 * known mirror of it; those in the bin come back. What the document itself has under several addresses is one. Nothing is
 * asked of the network before the next poll. Throws opml-unreadable.
 */
export async function importOpml(world: World, { text }: Input<'importOpml'>): Promise<Output<'importOpml'>> {
  const opml = parseOpml(text);
  if ('reason' in opml) throw new ProblemError({ kind: 'opml-unreadable', reason: opml.reason });
  await restoreSubscriptions(world);
  const [feeds, removed, folders] = await Promise.all([listFeeds(), listRemovedFeeds(), listFolders()]);
  const { outlines, merged } = joinOutlines(opml.outlines);
  const planned = feedsIn(outlines);
  const { known, elsewhere, binned, restored, unknown } = sorted(planned, keysOf(feeds), keysOf(removed));
  for (const { feed, outline } of elsewhere) await addAddresses(world, feed, outline);
  for (const id of restored) await takeOut(world, id);
  const own = new Folders(folders);
  const placed: Placed[] = [];
  for (const each of unknown) placed.push(await own.place(each));
  const now = world.now();
  await addPlanned(world, placed, Math.max(0, ...feeds.map(({ position }) => position + 1)));
  await feedsChanged(world);
  await world.wakeBy(await nextWake(now), now);
  return {
    added: unknown.length + binned.length,
    alreadyThere: known.length + elsewhere.length,
    merged: [...opml.merged, ...merged],
    folders: own.added,
    refused: opml.refused,
  };
}
