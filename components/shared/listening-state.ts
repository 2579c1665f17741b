import { signal } from '@preact/signals';
import { readValue, watchValue } from '../../utils/browser/stored-value';

/** Holds the queue: written by recordings.ts, null when nothing is to be heard. */
export const queueKey = 'queue';

/** Goes to a page that stays open; of a page that closes with the next click elsewhere. */
export type Leave = () => void;

/** What the bar at the foot of the page is about; it and all that sounds is fetched with the first use. */
export const listening = signal<'recording' | 'speech' | null>(null);

/** Shows, silent, what was heard when the page was left, and what other pages put in line. */
export async function resumeListening(): Promise<void> {
  const show = (queue: unknown) => {
    if (queue) listening.value ??= 'recording';
  };
  watchValue('local', queueKey, show);
  show(await readValue('local', queueKey).catch(() => null));
}
