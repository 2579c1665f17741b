import { signal } from '@preact/signals';
import { t } from '../../utils/browser/text';
import { listening } from './listening-state';
import { countWords } from './locale';
import { goesOn } from './playing-on';
import { pauseReading, toggleReading } from './reading-aloud';
import { pause, play } from './recordings';
import { toast } from './toasts';

/** When it falls silent by itself: never, behind what is heard now, or after so many minutes. */
export type Sleep = 'never' | 'end' | 5 | 15 | 30 | 45 | 60;
export const sleeps: readonly Sleep[] = ['never', 'end', 5, 15, 30, 45, 60];
export const sleep = signal<Sleep>('never');
/** Until then; null where no time was chosen. */
export const minutesLeft = signal<number | null>(null);

/** What was chosen, for whoever does not see it; the minutes that pass are not told. */
export const sleepSaid = signal('');

const minute = 60_000;
let timer: ReturnType<typeof setTimeout> | undefined;

function clear(): void {
  clearTimeout(timer);
  minutesLeft.value = null;
  sleep.value = 'never';
}

function fallSilent(): void {
  clear();
  sleepSaid.value = '';
  const isSpeech = listening.value === 'speech';
  if (isSpeech) pauseReading();
  else pause();
  const goOn = () => (isSpeech ? toggleReading() : void play());
  toast(t('sleepOver'), { action: { label: t('goOn'), run: goOn } });
}

/** By the clock, not by ticks: a machine that was asleep has missed some. */
function wait(until: number): void {
  const left = until - Date.now();
  if (left <= 0) fallSilent();
  else {
    minutesLeft.value = Math.ceil(left / minute);
    timer = setTimeout(() => wait(until), left % minute || minute);
  }
}

/** Chooses anew; what was chosen before does not hold any more. */
export function sleepAfter(wanted: Sleep): void {
  clear();
  sleep.value = wanted;
  goesOn.value = wanted !== 'end';
  if (typeof wanted === 'number') wait(Date.now() + wanted * minute);
  sleepSaid.value = sleepWords();
}

/** What the timer will do, in words. */
export function sleepWords(): string {
  const { value } = minutesLeft;
  if (value !== null) return countWords('sleepIn', value);
  return t(sleep.value === 'end' ? 'sleepAfterThis' : 'sleepIsOff');
}

// what was to be the last has ended
goesOn.subscribe((on) => {
  if (on && sleep.value === 'end') sleep.value = 'never';
});
