import { read, write } from './transaction';

const key = 'tidiedAt';

/** When old articles were last looked through (ms); 0 before the first time. */
export async function getTidiedAt(): Promise<number> {
  const row = await read(['meta'], (tx) => tx.objectStore('meta').get(key));
  return typeof row?.value === 'number' ? row.value : 0;
}

export async function saveTidiedAt(now: number): Promise<void> {
  await write('poll', ['meta'], (tx) => tx.objectStore('meta').put({ key, value: now }));
}
