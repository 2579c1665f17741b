import type { Feed } from '../model/feed';
import { choicesOf, type FeedChoices, feedChoices } from '../model/feed-choices';
import { addressKey } from '../text/address';
import type { BackupFeed, BackupHead } from './backup';

/** What a restore would do to the subscriptions. */
export interface RestorePreview {
  added: BackupFeed[];
  alreadyThere: number;
  /** What is here and not in the backup: a replacing restore moves it into the bin. */
  notInBackup: Feed[];
  /** What is here and named, set or reached otherwise in the backup: a replacing restore makes it so here. */
  changed: { feed: Feed; what: ChangedChoice[] }[];
  /** Addresses in the reader's own network. */
  privateAddresses: number;
}

/** What of a feed would be otherwise: its name, its addresses or their order, or one of its choices. */
export type ChangedChoice = 'name' | 'addresses' | keyof FeedChoices;

function changesOf(feed: Feed, backup: BackupFeed): ChangedChoice[] {
  const [here, there] = [choicesOf(feed), choicesOf(backup)];
  const isOther = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const urls = (sources: readonly { url: string }[]) => sources.map(({ url }) => url);
  return [
    ...(feed.customTitle !== backup.customTitle ? (['name'] as const) : []),
    ...(isOther(urls(feed.sources), urls(backup.sources)) ? (['addresses'] as const) : []),
    ...feedChoices.filter((name) => isOther(here[name], there[name])),
  ];
}

/** What a subscription is known by: its first address, or for an archive its site. */
export function feedKey({ sources, siteUrl }: Pick<BackupFeed, 'sources' | 'siteUrl'>): string {
  const [first] = sources;
  return first ? addressKey(first.url) : `archive ${siteUrl}`;
}

export function previewOf(head: BackupHead, feeds: readonly Feed[]): RestorePreview {
  const here = new Set(feeds.map(feedKey));
  const there = new Set(head.feeds.map(feedKey));
  const added = head.feeds.filter((feed) => !here.has(feedKey(feed)));
  const backups = new Map(head.feeds.map((feed) => [feedKey(feed), feed]));
  const changed = feeds.flatMap((feed) => {
    const backup = backups.get(feedKey(feed));
    const what = backup ? changesOf(feed, backup) : [];
    return what.length > 0 ? [{ feed, what }] : [];
  });
  return {
    added,
    alreadyThere: head.feeds.length - added.length,
    notInBackup: feeds.filter((feed) => !there.has(feedKey(feed))),
    changed,
    privateAddresses: head.feeds.flatMap(({ sources }) => sources.filter((each) => each.privateAllowed))
      .length,
  };
}
