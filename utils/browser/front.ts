import type { Front, FrontRow } from '../model/front';
import { readValue, writeValue } from './stored-value';

const key = 'front';

function own(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function isRow(value: unknown): value is FrontRow {
  const [entry, face] = ['entry', 'face'].map((name) => own(own(value).get(name)));
  return (
    Number.isSafeInteger(entry?.get('id')) &&
    Number.isFinite(entry?.get('sortAt')) &&
    ['title', 'link', 'snippet'].every((name) => typeof entry?.get(name) === 'string') &&
    ['name', 'language'].every((name) => typeof face?.get(name) === 'string')
  );
}

/**
 * The front as it was last kept; null where there is none, or none that can be shown. It is in memory alone, for our own
 * pages alone (`storage.session`, trusted contexts), and a browser or an extension that starts anew has none.
 */
export async function getFront(): Promise<Front | null> {
  const found = own(await readValue('session', key));
  const [rows, unread] = [found.get('rows'), found.get('unread')];
  if (!Array.isArray(rows) || rows.length === 0 || typeof unread !== 'number') return null;
  return rows.every(isRow) ? { rows, unread } : null;
}

/** Keeps it in place of the one before; null: there is none until the next. */
export async function saveFront(front: Front | null): Promise<void> {
  await writeValue('session', key, front);
}
