import { read, write } from './transaction';

const key = 'toldAt';

/** When the reader was last told of new articles (ms); 0 before the first time. */
export async function getToldAt(): Promise<number> {
  const row = await read(['meta'], (tx) => tx.objectStore('meta').get(key));
  return typeof row?.value === 'number' ? row.value : 0;
}

export async function saveToldAt(at: number): Promise<void> {
  await write('poll', ['meta'], (tx) => tx.objectStore('meta').put({ key, value: at }));
}
