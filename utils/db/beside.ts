import type { WriteTx } from './schema';

/** Deletes an article's earlier texts, which go with its text. In a transaction over `revisions`. */
export async function deleteRevisions(tx: WriteTx, entryId: number): Promise<void> {
  await tx.objectStore('revisions').delete(IDBKeyRange.bound([entryId], [entryId, []]));
}

/** Deletes what is kept beside an article that goes itself. In a transaction over `revisions` and `storyKeys`. */
export async function deleteBeside(tx: WriteTx, entryId: number): Promise<void> {
  const deleteKeys = async () => tx.objectStore('storyKeys').delete(entryId);
  await Promise.all([deleteRevisions(tx, entryId), deleteKeys()]);
}
