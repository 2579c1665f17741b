import type { Front, FrontRow } from '../model/front';
import { extensionVersion } from './extension-version';
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
    ['name', 'language'].every((name) => typeof face?.get(name) === 'string') &&
    /^(?:https?:|#$)/.test(String(own(value).get('href')))
  );
}

function frontOf(kept: unknown): Front | null {
  const found = own(kept);
  const [rows, unread] = [found.get('rows'), found.get('unread')];
  if (!Array.isArray(rows) || rows.length === 0 || typeof unread !== 'number') return null;
  return rows.every(isRow) ? { rows, unread } : null;
}

/**
 * The front as it was last kept; null where there is none, or none that can be shown. Two copies, for our own pages alone:
 * one in memory (`storage.session`, trusted contexts), which says all as long as the browser runs, and one on disk, which
 * counts until the background of a browser that starts anew has said anything. What another version kept may mean something else.
 */
export async function getFront(): Promise<Front | null> {
  // both at once: each is a way to the browser's first process and back
  const onDisk = readValue('local', key).catch(() => undefined);
  const kept = await readValue('session', key);
  if (kept !== undefined) return frontOf(kept);
  const left = own(await onDisk);
  return left.get('version') === extensionVersion() ? frontOf(left.get('front')) : null;
}

/** Keeps it in memory in place of the one before; null: there is none until the next. */
export async function saveFront(front: Front | null): Promise<void> {
  await writeValue('session', key, front);
}

let turn: Promise<unknown> = Promise.resolve();

/** The same on disk, 6 kB, one after the other; what is there already is not written again. */
export function leaveFront(front: Front | null): Promise<void> {
  const leave = async () => {
    const left = front && { version: extensionVersion(), front };
    const before = await readValue('local', key);
    if (JSON.stringify(before ?? null) !== JSON.stringify(left)) await writeValue('local', key, left);
  };
  const left = turn.then(leave);
  turn = left.catch(() => undefined);
  return left;
}
