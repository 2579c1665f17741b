import type { IconRow } from './schema';
import { read, write } from './transaction';

/** All icons that are kept, and when the feeds without one were last asked. */
export function getIcons(): Promise<IconRow[]> {
  return read(['icons'], (tx) => tx.objectStore('icons').getAll());
}

/** Keeps a feed's icon, or that it has none. Not for a feed that is gone meanwhile. */
export function storeIcon(row: IconRow): Promise<void> {
  return write('poll', ['feeds', 'icons'], async (tx) => {
    if ((await tx.objectStore('feeds').getKey(row.feedId)) === undefined) return;
    await tx.objectStore('icons').put(row);
  });
}
