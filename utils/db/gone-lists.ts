import { loadSeen } from './seen';
import { type GoneList, goneList, nothingSeen, withGoneList } from './seen-hashes';
import { read, write } from './transaction';

/** What was pruned of a feed; null where nothing is remembered. */
export async function getGoneList(feedId: number): Promise<GoneList | null> {
  const seen = await read(['seen'], (tx) => loadSeen(tx, feedId));
  return seen && goneList(seen);
}

/** Adds what a backup says was pruned of a feed. */
export function restoreGoneList(feedId: number, list: GoneList, now: number): Promise<void> {
  return write('reader', ['seen'], async (tx) => {
    const seen = (await loadSeen(tx, feedId)) ?? nothingSeen(feedId);
    await tx.objectStore('seen').put(withGoneList(seen, list, now));
  });
}
