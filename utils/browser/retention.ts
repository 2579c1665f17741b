import { defaultRetention, type Retention } from '../model/retention';
import { readValue, watchValue, writeValue } from './stored-value';

const key = 'retention';

/** Takes what is valid of a stored value; every other field gets its default. */
export function retentionFrom(stored: unknown): Retention {
  const own = new Map(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
  const keptRows = own.get('keptRows');
  return {
    bodyDays: daysFrom(own.get('bodyDays'), defaultRetention.bodyDays),
    rowDays: daysFrom(own.get('rowDays'), defaultRetention.rowDays),
    keptRows: isCount(keptRows) ? keptRows : defaultRetention.keptRows,
  };
}

function daysFrom(value: unknown, fallback: number | null): number | null {
  return value === null || isCount(value) ? value : fallback;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

export async function getRetention(): Promise<Retention> {
  return retentionFrom(await readValue('local', key));
}

export async function saveRetention(retention: Retention): Promise<void> {
  await writeValue('local', key, retention);
}

/** Calls back whenever any page changes it; gives the function that stops it. */
export function watchRetention(onChange: (retention: Retention) => void): () => void {
  return watchValue('local', key, (value) => onChange(retentionFrom(value)));
}
