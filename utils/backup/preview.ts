import type { Feed } from '../model/feed';
import { addressKey } from '../text/address';
import type { BackupFeed, BackupHead } from './backup';

/** What a restore would do to the subscriptions. */
export interface RestorePreview {
  added: BackupFeed[];
  alreadyThere: number;
  /** What is here and not in the backup: a replacing restore moves it into the bin. */
  notInBackup: Feed[];
  /** Addresses in the reader's own network. */
  privateAddresses: number;
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
  return {
    added,
    alreadyThere: head.feeds.length - added.length,
    notInBackup: feeds.filter((feed) => !there.has(feedKey(feed))),
    privateAddresses: head.feeds.flatMap(({ sources }) => sources.filter((each) => each.privateAllowed))
      .length,
  };
}
