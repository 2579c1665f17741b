import { read } from './transaction';

/** When the database was made (ms): again, where one was lost; 0 for one of a version that did not write it down. */
export async function getMadeAt(): Promise<number> {
  const row = await read(['meta'], (tx) => tx.objectStore('meta').get('madeAt'));
  return typeof row?.value === 'number' ? row.value : 0;
}
