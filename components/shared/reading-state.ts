import { signal } from '@preact/signals';
import { getBody, getEntry } from '../../utils/db/entry-lists';
import { tellReading } from '../../utils/messages/reading';
import type { Body, Entry } from '../../utils/model/entry';
import { pages } from './list-state';
import { preparedArticle } from './prepared';

export interface Reading {
  entry: Entry;
  /** null while it is read from the database, and where the feed sent none. */
  body: Body | null;
  status: 'loading' | 'ready' | 'failed';
}

/** The open article. */
export const reading = signal<Reading | null>(null);
/** The row that keys act on: the open article, or the one last pointed at. */
export const selectedId = signal<number | null>(null);

let wanted: number | null = null;

/** Articles that follow each other faster are passed, by a key held down: their texts wait for the one she stays at. */
const passingMs = 80;
let lastAt = Number.NEGATIVE_INFINITY;

/** Whether it comes hard upon another. */
function isPassed(): boolean {
  const now = performance.now();
  const isSoon = now - lastAt < passingMs;
  lastAt = now;
  return isSoon;
}

/** Shows an article: what its row knows at once, the text when it is there. */
export async function readEntry(id: number | null): Promise<void> {
  wanted = id;
  if (id === null) {
    reading.value = null;
    return;
  }
  selectedId.value = id;
  try {
    const known = pages.value.flat().find((entry) => entry.id === id);
    const isSoon = isPassed();
    const ready = known && !isSoon && preparedArticle(id);
    if (ready) {
      reading.value = { entry: known, body: ready.body ?? null, status: 'ready' };
      return;
    }
    if (known) reading.value = { entry: known, body: null, status: 'loading' };
    if (isSoon) await new Promise((done) => setTimeout(done, passingMs));
    if (wanted !== id) return;
    tellReading();
    const [entry, body] = await Promise.all([known ?? getEntry(id), getBody(id)]);
    if (wanted !== id) return;
    reading.value = entry
      ? {
          entry: reading.value?.entry.id === id ? reading.value.entry : entry,
          body: body ?? null,
          status: 'ready',
        }
      : null;
  } catch {
    if (wanted === id && reading.value) reading.value = { ...reading.value, status: 'failed' };
  }
}

/** Follows a change of the open article's marks. */
export function patchReading(changed: readonly Entry[]): void {
  const open = reading.value;
  const entry = open && changed.find(({ id }) => id === open.entry.id);
  if (open && entry) reading.value = { ...open, entry };
}
