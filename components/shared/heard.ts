import { signal } from '@preact/signals';

/** Where the reader stopped listening: address of a recording -> seconds, newest last; `toEnd` where she heard it all. */
type Heard = readonly (readonly [string, number])[];

const storeKey = 'heard';
const mostRecordings = 300;
/** Nearer to either end than this, s, it starts from the beginning next time. */
const edge = 10;
const toEnd = -1;

/** Changes with what is kept, so that what shows it is drawn anew. */
const changes = signal(0);

function readHeard(): Heard {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storeKey) ?? '[]');
    const isPair = (one: unknown): one is [string, number] =>
      Array.isArray(one) && one.length === 2 && typeof one[0] === 'string' && Number.isFinite(one[1]);
    return Array.isArray(stored) ? stored.filter(isPair) : [];
  } catch {
    return [];
  }
}

function placeOf(address: string): number {
  return changes.value >= 0 ? (readHeard().find(([one]) => one === address)?.[1] ?? 0) : 0;
}

function store(address: string, place: number): void {
  const others = readHeard().filter(([one]) => one !== address);
  const kept = place === 0 ? others : [...others, [address, place] as const];
  localStorage.setItem(storeKey, JSON.stringify(kept.slice(-mostRecordings)));
  changes.value++;
}

/** Seconds at which a recording was left; 0 where it was not begun, or heard to its end. */
export function heardUpTo(address: string): number {
  return Math.max(0, placeOf(address));
}

/** Whether it was heard to its end, and not begun again since. */
export function isHeard(address: string): boolean {
  return placeOf(address) === toEnd;
}

/** Keeps the place of a recording of so many seconds; at its start it is as if it had not been begun. */
export function keepHeard(address: string, seconds: number, length: number): void {
  if (length - seconds < edge && seconds > edge) store(address, toEnd);
  else if (seconds > edge) store(address, Math.floor(seconds));
  else if (placeOf(address) !== toEnd) store(address, 0);
}

/** It was heard to its end. */
export function keepToEnd(address: string): void {
  store(address, toEnd);
}
