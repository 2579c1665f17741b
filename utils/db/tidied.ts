import { read, write } from './transaction';

/** When old articles were last looked through (ms); 0 before the first time. */
export function getTidiedAt(): Promise<number> {
  return getTime('tidiedAt');
}

export function saveTidiedAt(now: number): Promise<void> {
  return saveTime('tidiedAt', now);
}

/** Until when articles and what is in the bin have aged (ms); 0 before the first time. */
export function getAgedTo(): Promise<number> {
  return getTime('agedTo');
}

export function saveAgedTo(time: number): Promise<void> {
  return saveTime('agedTo', time);
}

/** When something did last not fit on the disk (ms); 0 where everything did. */
export function getFullAt(): Promise<number> {
  return getTime('fullAt');
}

export function saveFullAt(now: number): Promise<void> {
  return saveTime('fullAt', now);
}

/** When a lost database was found (ms), as long as not all of what is kept of it elsewhere is back; 0 otherwise. */
export function getLostAt(): Promise<number> {
  return getTime('lostAt');
}

export function saveLostAt(now: number): Promise<void> {
  return saveTime('lostAt', now);
}

async function getTime(key: string): Promise<number> {
  const row = await read(['meta'], (tx) => tx.objectStore('meta').get(key));
  return typeof row?.value === 'number' ? row.value : 0;
}

async function saveTime(key: string, value: number): Promise<void> {
  await write('poll', ['meta'], (tx) => tx.objectStore('meta').put({ key, value }));
}
