import type { Entry } from '../model/entry';
import { asEntryRow, readable } from './rows';
import { lookUpSight, seen } from './sight';
import { read, write } from './transaction';

const atKey = 'toldAt';
const key = 'told';
/** Older notifications than these do not stand on any screen. */
const mostKept = 8;

/** What one notification told of: its time (ms) is its name, too. */
export interface Telling {
  at: number;
  entryIds: readonly number[];
}

function asTelling(value: unknown): Telling | null {
  const { at, entryIds } = { ...(value as Partial<Telling>) };
  return typeof at === 'number' && Array.isArray(entryIds) ? { at, entryIds } : null;
}

/** When the reader was last told of new articles (ms); 0 before the first time. */
export async function getToldAt(): Promise<number> {
  const row = await read(['meta'], (tx) => tx.objectStore('meta').get(atKey));
  return typeof row?.value === 'number' ? row.value : 0;
}

/** The last notifications, newest first. */
export async function listTellings(): Promise<Telling[]> {
  const row = await read(['meta'], (tx) => tx.objectStore('meta').get(key));
  return Array.isArray(row?.value) ? readable(row.value, asTelling) : [];
}

/** Written before the notification is shown: who is killed in between knows what it began, and under which name. */
export async function saveTelling(telling: Telling, now: number): Promise<void> {
  await write('poll', ['meta'], async (tx) => {
    const store = tx.objectStore('meta');
    const before = (await store.get(key))?.value;
    const others = (Array.isArray(before) ? readable(before, asTelling) : []).filter(
      ({ at }) => at !== telling.at,
    );
    await store.put({ key, value: [telling, ...others].slice(0, mostKept) });
    await store.put({ key: atKey, value: now });
  });
}

/** What there still is of the articles that one notification told of, newest first; none when that is forgotten. */
export async function listTold(at: number): Promise<Entry[]> {
  const ids = (await listTellings()).find((telling) => telling.at === at)?.entryIds ?? [];
  return read(['entries', 'feeds', 'counts', 'journal'], async (tx) => {
    const [{ removed, counts }, rows] = await Promise.all([
      lookUpSight(tx),
      Promise.all(ids.map((id) => tx.objectStore('entries').get(id))),
    ]);
    return readable(rows, asEntryRow)
      .filter((row) => row.hidden !== 1 && !removed.has(row.feedId))
      .map((row) => seen(row, counts))
      .sort((one, other) => other.sortAt - one.sortAt || other.id - one.id);
  });
}
