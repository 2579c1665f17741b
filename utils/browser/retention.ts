import { defaultRetention, ownRetention, type Retention } from '../model/retention';
import { readValue, watchValue, writeValue } from './stored-value';

const key = 'retention';

/** Takes what is valid of a stored value; every other field gets its default. */
export function retentionFrom(stored: unknown): Retention {
  return { ...defaultRetention, ...ownRetention(stored) };
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
