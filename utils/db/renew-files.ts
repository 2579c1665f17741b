import type { Enclosure } from '../model/entry';
import { write } from './transaction';

/**
 * Gives an article's files other addresses; `change` gets those that it has. Its text, its row and its marks stay as they are.
 * Nothing where its text is gone. Throws storage-full, storage-failed.
 */
export function renewFiles(
  entryId: number,
  change: (before: readonly Enclosure[]) => Enclosure[],
): Promise<void> {
  return write('reader', ['bodies'], async (tx) => {
    const body = await tx.objectStore('bodies').get(entryId);
    if (body) await tx.objectStore('bodies').put({ ...body, enclosures: change(body.enclosures) });
  });
}
