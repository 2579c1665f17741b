import type { Feed, Folder } from '../model/feed';
import { choicesOf, type FeedChoices } from '../model/feed-choices';
import { readValue, writeValue } from './stored-value';

/** What of a subscription is kept outside the database: what the reader chose, not what a check learned. */
export type MirrorFeed = Pick<
  Feed,
  'id' | 'folderId' | 'customTitle' | 'title' | 'siteUrl' | 'language' | 'iconUrl' | 'position' | 'addedAt'
> &
  FeedChoices & { sources: { url: string; privateAllowed: boolean }[] };

/** A copy of the subscriptions in storage.local: a damaged database opens empty, without an error. */
export interface Mirror {
  feeds: MirrorFeed[];
  folders: Folder[];
}

const key = 'subscriptions';

function isMirrorFeed(value: Partial<MirrorFeed> | null): value is MirrorFeed {
  return (
    typeof value?.id === 'number' && Array.isArray(value.sources) && typeof value.sources[0]?.url === 'string'
  );
}

/** The copy as it was last written; empty where there is none or it cannot be read. */
export async function readMirror(): Promise<Mirror> {
  const stored = await readValue('local', key);
  try {
    const { feeds, folders }: Partial<Mirror> = JSON.parse(String(stored ?? '{}'));
    return { feeds: (feeds ?? []).filter(isMirrorFeed), folders: folders ?? [] };
  } catch {
    return { feeds: [], folders: [] };
  }
}

function mirrorFeed(feed: Feed): MirrorFeed {
  const { id, folderId, customTitle, title, siteUrl, language, iconUrl, position, addedAt } = feed;
  const sources = feed.sources.map(({ url, privateAllowed }) => ({ url, privateAllowed }));
  const own = { id, folderId, customTitle, title, siteUrl, language, iconUrl, position, addedAt, sources };
  return { ...own, ...choicesOf(feed) };
}

/** Writes the copy as one text, whole or not at all; an unchanged one is not written again. */
export async function writeMirror(feeds: Feed[], folders: Folder[]): Promise<void> {
  const text = JSON.stringify({ feeds: feeds.map(mirrorFeed), folders });
  if ((await readValue('local', key)) !== text) await writeValue('local', key, text);
}
