import { isArchive } from '../archive/archive-feed';
import { listFeeds } from '../db/feeds';
import { listFolders } from '../db/folders';
import type { Input, Output } from '../messages/protocol';
import type { Feed, Folder } from '../model/feed';
import type { Outline } from '../model/outline';
import { writeOpml } from '../opml/write-opml';
import { readUrl } from '../text/address-url';
import type { World } from './world';

/** Whether an address tells who the reader is to whoever gets the file (REQ-33). */
function isSecret(address: string): boolean {
  const url = readUrl(address);
  return url !== null && (url.username !== '' || url.password !== '');
}

/** The feed without the addresses that are secret. */
function withoutSecrets(feed: Feed): Feed {
  return { ...feed, sources: feed.sources.filter(({ url }) => !isSecret(url)) };
}

function feedOutline({ title, customTitle, siteUrl, sources }: Feed): Outline {
  const [first = '', ...mirrors] = sources.map(({ url }) => url);
  return { title, customTitle, xmlUrl: first, htmlUrl: siteUrl, mirrors, children: [] };
}

/** Folders first, then feeds; both lists are in the reader's order. */
function outlinesIn(folderId: number | null, folders: Folder[], feeds: Feed[]): Outline[] {
  const inner = folders.filter((folder) => folder.parentId === folderId);
  const own = feeds.filter((feed) => feed.folderId === folderId);
  const outlineOf = ({ id, title }: Folder) => {
    return { title, xmlUrl: '', htmlUrl: '', children: outlinesIn(id, folders, feeds) };
  };
  return [...inner.map(outlineOf), ...own.map(feedOutline)];
}

/**
 * The subscriptions as an OPML document; addresses with a user name or password only when `secrets` asks for them, and
 * how many feeds were withheld for theirs.
 */
export async function exportOpml(
  world: World,
  { secrets }: Input<'exportOpml'>,
): Promise<Output<'exportOpml'>> {
  const [all, folders] = await Promise.all([listFeeds(), listFolders()]);
  const subscribed = all.filter((feed) => !isArchive(feed));
  const open = secrets ? subscribed : subscribed.map(withoutSecrets);
  const feeds = open.filter(({ sources }) => sources.length > 0);
  const outlines = outlinesIn(null, folders, feeds);
  return {
    text: writeOpml(outlines, { title: 'Broadsheet', createdAt: world.now() }),
    feeds: feeds.length,
    withheld: subscribed.length - feeds.length,
  };
}
