import { isArchive } from '../archive/archive-feed';
import { listFeeds } from '../db/feeds';
import { listFolders } from '../db/folders';
import type { Output } from '../messages/protocol';
import type { Feed, Folder } from '../model/feed';
import type { Outline } from '../model/outline';
import { writeOpml } from '../opml/write-opml';
import type { World } from './world';

function feedOutline({ title, customTitle, siteUrl, sources }: Feed): Outline {
  const [first = '', ...mirrors] = sources.map(({ url }) => url);
  return { title: title || first, customTitle, xmlUrl: first, htmlUrl: siteUrl, mirrors, children: [] };
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

/** The subscriptions as an OPML document. */
export async function exportOpml(world: World): Promise<Output<'exportOpml'>> {
  const [all, folders] = await Promise.all([listFeeds(), listFolders()]);
  const feeds = all.filter((feed) => !isArchive(feed));
  const outlines = outlinesIn(null, folders, feeds);
  return { text: writeOpml(outlines, { title: 'Broadsheet', createdAt: world.now() }), feeds: feeds.length };
}
