import { signal } from '@preact/signals';
import { listening } from './listening-state';
import { pauseReading } from './reading-aloud';
import { goesOn, pause } from './recordings';

/** When it falls silent by itself: never, after so many minutes, or behind what is heard now. */
export type Sleep = 'never' | 'end' | 15 | 30 | 45 | 60;
export const sleeps: readonly Sleep[] = ['never', 'end', 15, 30, 45, 60];
export const sleep = signal<Sleep>('never');

let timer: ReturnType<typeof setTimeout> | undefined;

function fallSilent(): void {
  sleep.value = 'never';
  if (listening.value === 'speech') pauseReading();
  else pause();
}

export function sleepAfter(wanted: Sleep): void {
  clearTimeout(timer);
  sleep.value = wanted;
  goesOn.value = wanted !== 'end';
  if (typeof wanted === 'number') timer = setTimeout(fallSilent, wanted * 60_000);
}

// what was to be the last has ended
goesOn.subscribe((on) => {
  if (on && sleep.value === 'end') sleep.value = 'never';
});
