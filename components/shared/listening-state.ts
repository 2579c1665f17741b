import { signal } from '@preact/signals';

/** Holds the queue: written by recordings.ts, null when nothing is to be heard. */
export const queueKey = 'queue';

/** Holds what one page hands over to another: written by hand-over.ts. */
export const handoverKey = 'handover';

/** Goes to a page that stays open, at a place of it; of a page that closes with the next click elsewhere. */
export type Leave = (place: string) => void;

/** What the bar at the foot of the page is about; it and all that sounds is fetched with the first use. */
export const listening = signal<'recording' | 'speech' | null>(null);
