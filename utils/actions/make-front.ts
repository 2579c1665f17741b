import { countUnread } from '../db/counts';
import { listEntries } from '../db/entry-lists';
import { getFeed } from '../db/feeds';
import { faceOf } from '../model/feed-face';
import type { Front } from '../model/front';
import type { Settings } from '../model/settings';

/** More than the popup has room for. */
const rowsKept = 8;

/**
 * The top of the list of unread articles as the database has it now, by a few look-ups whatever the number of articles.
 * null where there is nothing to show, or nothing that could be shown as it is stored: Chinese that is to be converted.
 */
export async function makeFront({ joinStories, chineseScript }: Settings): Promise<Front | null> {
  if (chineseScript !== 'asWritten') return null;
  const entries = await listEntries({ filter: 'unread', joined: joinStories, limit: rowsKept });
  const feeds = await Promise.all([...new Set(entries.map(({ feedId }) => feedId))].map(getFeed));
  const faces = new Map(feeds.flatMap((feed) => (feed ? [[feed.id, faceOf(feed)] as const] : [])));
  const rows = entries.flatMap((entry) => {
    const face = faces.get(entry.feedId);
    return face ? [{ entry, face }] : [];
  });
  const isAsWritten = rows.every(({ face }) => (face.script ?? 'asWritten') === 'asWritten');
  const isWhole = rows.length === entries.length && rows.length > 0 && isAsWritten;
  return isWhole ? { rows, unread: await countUnread() } : null;
}
