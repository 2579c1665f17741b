import { keptRevisions } from '../model/revisions';
import { hashText } from '../text/hash';
import type { FullTextRow, RevisionRow, WriteTx } from './schema';
import { noteStale } from './search-index';
import { write } from './transaction';

/** What a backup has beside an article: earlier texts, and the text of its own page. */
export interface Beside {
  revisions?: readonly Omit<RevisionRow, 'entryId'>[];
  page?: Pick<FullTextRow, 'html' | 'base' | 'language' | 'fetchedAt'>;
}

/** Puts what a backup has beside articles here, by their ids; what is here stays. Throws storage-full, storage-failed. */
export function restoreBeside(items: ReadonlyMap<number, Beside>): Promise<void> {
  if (items.size === 0) return Promise.resolve();
  return write('reader', ['revisions', 'fullTexts', 'stale'], async (tx) => {
    for (const [entryId, { revisions = [], page }] of items) {
      await addRevisions(tx, entryId, revisions);
      if (page) await addPage(tx, entryId, page);
    }
  });
}

async function addRevisions(
  tx: WriteTx,
  entryId: number,
  added: readonly Omit<RevisionRow, 'entryId'>[],
): Promise<void> {
  if (added.length === 0) return;
  const store = tx.objectStore('revisions');
  const here = await store.getAll(IDBKeyRange.bound([entryId], [entryId, []]));
  const times = new Set(here.map(({ at }) => at));
  let room = keptRevisions.most - here.length;
  let length = here.reduce((sum, { html }) => sum + html.length, 0);
  // the newest first, as long as there is room
  for (const revision of [...added].sort((a, b) => b.at - a.at)) {
    length += revision.html.length;
    if (times.has(revision.at) || room-- <= 0 || length > keptRevisions.length) continue;
    await store.put({ ...revision, entryId });
  }
}

async function addPage(tx: WriteTx, entryId: number, page: NonNullable<Beside['page']>): Promise<void> {
  const store = tx.objectStore('fullTexts');
  if ((await store.get(entryId))?.html) return;
  await noteStale(tx, entryId, hashText(page.html));
  await store.put({ ...page, entryId, tries: 1, problem: null });
}
