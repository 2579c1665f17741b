import { readValue, watchValue, writeValue } from './stored-value';

const key = 'cleaning-off';

function feedIdsFrom(stored: unknown): Set<number> {
  return new Set(Array.isArray(stored) ? stored.filter((id) => Number.isSafeInteger(id)) : []);
}

/** The feeds whose articles the reader wants whole, with what they repeat. */
export async function getUncleaned(): Promise<Set<number>> {
  return feedIdsFrom(await readValue('local', key));
}

/** Adds a feed to those, or takes it out. */
export async function saveUncleaned(feedId: number, whole: boolean): Promise<void> {
  const feedIds = await getUncleaned();
  if (whole) feedIds.add(feedId);
  else feedIds.delete(feedId);
  await writeValue('local', key, [...feedIds]);
}

/** Adds several feeds to those. */
export async function addUncleaned(feedIds: readonly number[]): Promise<void> {
  await writeValue('local', key, [...new Set([...(await getUncleaned()), ...feedIds])]);
}

/** Calls back whenever any page changes them; gives the function that stops it. */
export function watchUncleaned(onChange: (feedIds: Set<number>) => void): () => void {
  return watchValue('local', key, (value) => onChange(feedIdsFrom(value)));
}
