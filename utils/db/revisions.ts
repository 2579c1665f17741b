import { keptRevisions } from '../model/revisions';
import type { EntryRow, RevisionRow, WriteTx } from './schema';
import { putRow, read } from './transaction';

/** As IDBKeyRange: all of one article. */
const allOf = (entryId: number) => IDBKeyRange.bound([entryId], [entryId, []]);

const { most, length: mostLength } = keptRevisions;

/** An article's earlier texts, the last one first. */
export async function listRevisions(entryId: number): Promise<RevisionRow[]> {
  return (await read(['revisions'], (tx) => tx.objectStore('revisions').getAll(allOf(entryId)))).reverse();
}

/** The earlier texts of these articles, the first one first; articles without any are left out. */
export async function listRevisionsOf(entryIds: readonly number[]): Promise<Map<number, RevisionRow[]>> {
  const rows = await read(['revisions'], (tx) =>
    Promise.all(entryIds.map((id) => tx.objectStore('revisions').getAll(allOf(id)))),
  );
  return new Map(
    rows.flatMap((some) => {
      const [first] = some;
      return first ? [[first.entryId, some] as const] : [];
    }),
  );
}

/**
 * Keeps what an article says so far, at `at` (ms), before its text is replaced: in the same transaction, over `bodies` and
 * `revisions`. The oldest go where there are too many, or too much of them; one that is too long alone is not kept.
 */
export async function keepRevision(tx: WriteTx, { id, title }: EntryRow, at: number): Promise<void> {
  const store = tx.objectStore('revisions');
  const body = await tx.objectStore('bodies').get(id);
  const kept = await store.getAll(allOf(id));
  if (!body?.html || body.html.length > mostLength) return;
  let length = body.html.length;
  // from the newest to the oldest
  const dropped = kept.reverse().filter(({ html }, place) => {
    length += html.length;
    return place >= most - 1 || length > mostLength;
  });
  await Promise.all(dropped.map(async (row) => store.delete([id, row.at])));
  putRow(tx, 'revisions', { entryId: id, at, title, html: body.html });
}
