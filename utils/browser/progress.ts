import { readValue, writeValue } from './stored-value';

export interface Progress {
  done: number;
  total: number;
}

const key = 'progress';
/** One feed may take half a minute; silence much longer than that means that the worker was killed. */
const staleMs = 60_000;

/** Keeps how far a poll is, for pages that open in the middle; null when it is over. */
export async function saveProgress(progress: Progress | null, now: number): Promise<void> {
  await writeValue('session', key, progress && { ...progress, at: now });
}

/** How far the running poll is; null when none runs. Afterwards `watchChanges` tells. */
export async function getProgress(now: number): Promise<Progress | null> {
  const stored = await readValue('session', key);
  const own = new Map(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
  const [done, total, at] = ['done', 'total', 'at'].map((name) => Number(own.get(name)));
  if (done === undefined || total === undefined || at === undefined || !(now - at < staleMs)) return null;
  return { done, total };
}
