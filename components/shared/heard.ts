import { signal } from '@preact/signals';
import { sharedValue } from '../../utils/browser/shared-value';
import {
  type Heard,
  leftAt,
  noneHeard,
  placeFrom,
  placeOf,
  placesFrom,
  toEnd,
  underAnother,
  withPlace,
} from '../../utils/listening/heard';
import { fileOf } from '../../utils/listening/same-file';

/** Where recordings were left, the same on all pages. */
const heard = signal<Heard>(noneHeard);

const left = sharedValue('heard', (value) => {
  heard.value = { ...heard.value, left: placesFrom(value) };
});
const now = sharedValue('hearing', (value) => {
  heard.value = { ...heard.value, now: placeFrom(value) };
});

/** Resolved when it is known what was heard before. */
export const heardKnown = Promise.all([left.read(), now.read()]).then(([places, place]) => {
  heard.value = { left: placesFrom(places), now: placeFrom(place) };
});

function keep(next: Heard): void {
  const before = heard.value;
  heard.value = next;
  if (next.left !== before.left) left.write(next.left);
  if (next.now !== before.now) now.write(next.now);
}

/** Seconds at which a recording was left; 0 where it was not begun, or heard to its end. */
export function heardUpTo(address: string): number {
  return Math.max(0, placeOf(heard.value, fileOf(address)));
}

/** Whether it was heard to its end, and not begun again since. */
export function isHeard(address: string): boolean {
  return placeOf(heard.value, fileOf(address)) === toEnd;
}

/** Keeps the place of a recording of so many seconds; at its start it is as if it had not been begun. */
export function keepHeard(address: string, seconds: number, length: number): void {
  keep(leftAt(heard.value, fileOf(address), seconds, length));
}

/** It was heard to its end. */
export function keepToEnd(address: string): void {
  keep(withPlace(heard.value, fileOf(address), toEnd));
}

/** The recording goes on under another address. */
export function moveHeard(before: string, address: string): void {
  keep(underAnother(heard.value, fileOf(before), fileOf(address)));
}
