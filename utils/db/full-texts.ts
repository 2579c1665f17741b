import type { Problem } from '../model/problem';
import { hashText } from '../text/hash';
import type { FullTextRow } from './schema';
import { noteStale } from './search-index';
import { read, write } from './transaction';

/** The text of the entry's own page, raw, or what kept us from it; undefined where nobody asked for it. */
export function getFullText(entryId: number): Promise<FullTextRow | undefined> {
  return read(['fullTexts'], (tx) => tx.objectStore('fullTexts').get(entryId));
}

/** Those of the entries whose pages gave a text, by entry. */
export async function listFullTexts(entryIds: readonly number[]): Promise<Map<number, FullTextRow>> {
  const rows = await read(['fullTexts'], (tx) =>
    Promise.all(entryIds.map((id) => tx.objectStore('fullTexts').get(id))),
  );
  const found = rows.filter((row) => row !== undefined).filter(({ html }) => html !== '');
  return new Map(found.map((row) => [row.entryId, row]));
}

/** Keeps the text of an entry's page beside what its feed sent; it can be searched soon. Throws storage-full, storage-failed. */
export function storeFullText(row: Omit<FullTextRow, 'tries' | 'problem'>): Promise<void> {
  return write('reader', ['fullTexts', 'stale'], async (tx) => {
    const known = await tx.objectStore('fullTexts').get(row.entryId);
    await noteStale(tx, row.entryId, hashText(row.html));
    await tx.objectStore('fullTexts').put({ ...row, tries: (known?.tries ?? 0) + 1, problem: null });
  });
}

/** Notes what kept us from it at `now` (ms); a text that was there before stays. */
export function noteNoText(entryId: number, problem: Problem, now: number): Promise<void> {
  return write('poll', ['fullTexts'], async (tx) => {
    const blank = { entryId, html: '', base: '', language: '', fetchedAt: now, tries: 0 };
    const known = (await tx.objectStore('fullTexts').get(entryId)) ?? blank;
    await tx.objectStore('fullTexts').put({ ...known, tries: known.tries + 1, problem });
  });
}
