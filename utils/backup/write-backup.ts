import type { Body, Entry } from '../model/entry';
import type { Feed } from '../model/feed';
import { choicesOf } from '../model/feed-choices';
import {
  type BackupBeside,
  type BackupFeed,
  type BackupHead,
  type BackupSeen,
  backupVersion,
} from './backup';

/** Characters after which a line ends: what reads it holds one line in memory. */
const lineLength = 500_000;

/** `uncleaned`: the feeds whose articles are shown with what they repeat. */
export function backupFeed(feed: Feed, uncleaned: ReadonlySet<number> = new Set()): BackupFeed {
  const { id, folderId, customTitle, title, siteUrl, language, iconUrl, position, addedAt } = feed;
  const sources = feed.sources.map(({ url, privateAllowed }) => ({ url, privateAllowed }));
  const own = { id, folderId, customTitle, title, siteUrl, language, iconUrl, position, addedAt, sources };
  return { ...own, ...choicesOf(feed), ...(uncleaned.has(id) && { showsWhole: true as const }) };
}

/** The first line of a backup. */
export function headLine(head: BackupHead): string {
  return `${JSON.stringify({ broadsheet: 'backup', version: backupVersion, ...head })}\n`;
}

export function seenLine(seen: BackupSeen): string {
  return `${JSON.stringify(seen)}\n`;
}

/** Lines for entries of one feed; those without a body in `bodies` are kept by their state alone, their text comes with the next check. */
export function entryLines(
  entries: readonly Entry[],
  bodies: ReadonlyMap<number, Body>,
  tagNames: ReadonlyMap<number, string> = new Map(),
  beside: ReadonlyMap<number, BackupBeside> = new Map(),
): string[] {
  const lines: string[] = [];
  let items: string[] = [];
  let length = 0;
  const flush = (feedId: number) => {
    if (items.length > 0) lines.push(`{"feedId":${feedId},"entries":[${items.join(',')}]}\n`);
    items = [];
    length = 0;
  };
  for (const [i, { id, feedId, tags: tagIds = [], ...entry }] of entries.entries()) {
    const names = tagIds.flatMap((tagId) => tagNames.get(tagId) ?? []);
    const tags = names.length > 0 && { tags: names };
    const { entryId: _, ...body } = bodies.get(id) ?? { entryId: 0 };
    const hasBody = bodies.has(id);
    const item = JSON.stringify(
      hasBody
        ? { entry, ...tags, body, ...beside.get(id) }
        : { ...tags, entry: { ...entry, snippet: '', image: '', contentHash: '' } },
    );
    items.push(item);
    length += item.length;
    if (length >= lineLength || entries[i + 1]?.feedId !== feedId) flush(feedId);
  }
  return lines;
}
