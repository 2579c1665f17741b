import type { Feed } from '../model/feed';
import { changeFeed } from './feeds';
import { write } from './transaction';

/** Puts the feed into the bin at `now` (ms): its entries are hidden and no longer counted, nothing is deleted. */
export function removeFeed(id: number, now: number): Promise<Feed> {
  return write('reader', ['feeds'], (tx) =>
    changeFeed(tx, id, (feed) => ({ ...feed, removedAt: feed.removedAt ?? now })),
  );
}

/** Takes the feed out of the bin as it was; to the top level where its folder is gone. Throws no-such-feed. */
export function restoreFeed(id: number): Promise<Feed> {
  return write('reader', ['feeds', 'folders'], async (tx) => {
    const folders = new Set(await tx.objectStore('folders').getAllKeys());
    return changeFeed(tx, id, (feed) => ({
      ...feed,
      removedAt: null,
      folderId: feed.folderId !== null && folders.has(feed.folderId) ? feed.folderId : null,
    }));
  });
}
