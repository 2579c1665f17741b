import { read, write } from './transaction';

const key = 'keptUpTo';

/** Entries up to this id have been asked whether they are to be kept offline; null before any feed was. */
export async function getKeptUpTo(): Promise<number | null> {
  const row = await read(['meta'], (tx) => tx.objectStore('meta').get(key));
  return typeof row?.value === 'number' ? row.value : null;
}

/** null once no feed is kept: what arrives then is nobody's business. */
export async function saveKeptUpTo(value: number | null): Promise<void> {
  await write('poll', ['meta'], (tx) => tx.objectStore('meta').put({ key, value }));
}

/** The newest entry's id; 0 where there is none. */
export function getLastEntryId(): Promise<number> {
  return read(['entries'], async (tx) => {
    const cursor = await tx.objectStore('entries').openKeyCursor(null, 'prev');
    return cursor ? cursor.key : 0;
  });
}
