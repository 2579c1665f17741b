import { isArchive } from '../archive/archive-feed';
import { listFeeds } from '../db/feeds';
import { listFolders } from '../db/folders';
import type { Input, Output } from '../messages/protocol';
import type { Feed, Folder } from '../model/feed';
import type { Outline } from '../model/outline';
import { writeOpml } from '../opml/write-opml';
import { readUrl } from '../text/address-url';
import { writeChoices } from './outline-settings';
import type { World } from './world';

/** Whether an address tells who the reader is to whoever gets the file (REQ-33). */
function isSecret(address: string): boolean {
  const url = readUrl(address);
  return url !== null && (url.username !== '' || url.password !== '');
}

/** Names of parameters that let in whoever has the address: `token`, `auth`, `api_key`, `sig`. */
const keyName = /(?:key|token|auth|secret|signature|sig|sid|session|password|passwd|pwd)$/i;

/** Whether an address bears a key. Without it the subscription would be lost, so it is exported all the same. */
function hasKey(address: string): boolean {
  const names = [...(readUrl(address)?.searchParams ?? [])];
  return names.some(([name, value]) => value !== '' && keyName.test(name));
}

/** The feed without the addresses that are secret. */
function withoutSecrets(feed: Feed): Feed {
  return { ...feed, sources: feed.sources.filter(({ url }) => !isSecret(url)) };
}

type Chosen = Feed & { keepsRepeats: boolean };

function feedOutline(feed: Chosen): Outline {
  const { title, customTitle, siteUrl, sources } = feed;
  const [first = '', ...mirrors] = sources.map(({ url }) => url);
  const settings = writeChoices(feed);
  return { title, customTitle, xmlUrl: first, htmlUrl: siteUrl, mirrors, settings, children: [] };
}

/** Folders first, then feeds; both lists are in the reader's order. */
function outlinesIn(folderId: number | null, folders: Folder[], feeds: Chosen[]): Outline[] {
  const inner = folders.filter((folder) => folder.parentId === folderId);
  const own = feeds.filter((feed) => feed.folderId === folderId);
  const outlineOf = ({ id, title }: Folder) => {
    return { title, xmlUrl: '', htmlUrl: '', children: outlinesIn(id, folders, feeds) };
  };
  return [...inner.map(outlineOf), ...own.map(feedOutline)];
}

/**
 * The subscriptions as an OPML document; addresses with a user name or password only when `secrets` asks for them, and
 * how many feeds were withheld for theirs. Addresses with a key among their parameters are in it, and counted.
 */
export async function exportOpml(
  world: World,
  { secrets }: Input<'exportOpml'>,
): Promise<Output<'exportOpml'>> {
  const [all, folders, whole] = await Promise.all([listFeeds(), listFolders(), world.getUncleaned()]);
  const subscribed = all.filter((feed) => !isArchive(feed));
  const open = secrets ? subscribed : subscribed.map(withoutSecrets);
  const feeds = open
    .filter(({ sources }) => sources.length > 0)
    .map((feed) => ({ ...feed, keepsRepeats: whole.has(feed.id) }));
  const outlines = outlinesIn(null, folders, feeds);
  return {
    text: writeOpml(outlines, { title: 'Broadsheet', createdAt: world.now() }),
    feeds: feeds.length,
    keyed: feeds.filter(({ sources }) => sources.some(({ url }) => hasKey(url))).length,
    withheld: subscribed.length - feeds.length,
  };
}
