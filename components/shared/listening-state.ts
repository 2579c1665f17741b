import { signal } from '@preact/signals';

/** Holds the queue: written by recordings.ts, gone when nothing is to be heard. */
export const queueKey = 'listening';

/** What the bar at the foot of the page is about; it and all that sounds is fetched with the first use. */
export const listening = signal<'recording' | 'speech' | null>(null);

/** Shows again, silent, what was heard when the page was left. */
export function resumeListening(): void {
  if (localStorage.getItem(queueKey)) listening.value = 'recording';
}
