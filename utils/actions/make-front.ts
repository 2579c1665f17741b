import { countUnread } from '../db/counts';
import { listEntries } from '../db/entry-lists';
import { getFeed } from '../db/feeds';
import type { Feed } from '../model/feed';
import { type FeedFace, faceOf } from '../model/feed-face';
import type { Front } from '../model/front';
import type { ImagePolicy, Settings } from '../model/settings';
import { linkOf } from '../text/link-of';

/** More than the popup has room for. */
const rowsKept = 8;

/** What its row shows before settings are read: its images as they are asked for now. */
function faceIn(feed: Feed, images: ImagePolicy): FeedFace {
  return { ...faceOf(feed), images: feed.images ?? images };
}

/**
 * The top of the list of unread articles as the database has it now, by a few look-ups whatever the number of articles.
 * null where there is nothing to show, or nothing that could be shown as it is stored: Chinese that is to be converted.
 */
export async function makeFront({ joinStories, chineseScript, images }: Settings): Promise<Front | null> {
  if (chineseScript !== 'asWritten') return null;
  const entries = await listEntries({ filter: 'unread', joined: joinStories, limit: rowsKept });
  const feeds = await Promise.all([...new Set(entries.map(({ feedId }) => feedId))].map(getFeed));
  const faces = new Map(feeds.flatMap((feed) => (feed ? [[feed.id, faceIn(feed, images)] as const] : [])));
  const rows = entries.flatMap((entry) => {
    const face = faces.get(entry.feedId);
    return face ? [{ entry, face, href: linkOf(entry) }] : [];
  });
  const isAsWritten = rows.every(({ face }) => (face.script ?? 'asWritten') === 'asWritten');
  const isWhole = rows.length === entries.length && rows.length > 0 && isAsWritten;
  return isWhole ? { rows, unread: await countUnread() } : null;
}
