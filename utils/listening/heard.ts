import { fileOf } from './same-file';

/** A recording's file (`fileOf` its address), and the second at which the reader left it; `toEnd` where she heard it all. */
export type Place = readonly [file: string, seconds: number];

/** Where recordings were left, newest last. The one that is heard stands apart: it is written every few seconds. */
export interface Heard {
  left: readonly Place[];
  now: Place | null;
}

export const noneHeard: Heard = { left: [], now: null };
export const toEnd = -1;
const mostRecordings = 300;
/** Nearer to either end than this, s, it starts from the beginning next time. */
const edge = 10;

/** Reads one back; null for what is none. */
export function placeFrom(value: unknown): Place | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [address, seconds]: unknown[] = value;
  return typeof address === 'string' && typeof seconds === 'number' && Number.isFinite(seconds)
    ? [fileOf(address), seconds]
    : null;
}

/** Reads them back; what is damaged is left out. */
export function placesFrom(value: unknown): Place[] {
  return (Array.isArray(value) ? value : []).flatMap((one) => {
    const place = placeFrom(one);
    return place ? [place] : [];
  });
}

/** Seconds, `toEnd`, or 0 where it was not begun. */
export function placeOf({ left, now }: Heard, file: string): number {
  if (now?.[0] === file) return now[1];
  return left.findLast(([one]) => one === file)?.[1] ?? 0;
}

/** Notes a place; the one noted before joins the others when another recording begins. */
export function withPlace({ left, now }: Heard, file: string, seconds: number): Heard {
  if (now?.[0] === file) return { left, now: [file, seconds] };
  const others = left.filter(([one]) => one !== file && one !== now?.[0]);
  const kept = now && now[1] !== 0 ? [...others, now] : others;
  return { left: kept.slice(-mostRecordings), now: [file, seconds] };
}

/**
 * What is noted when a recording of so many seconds is left at a second: near its end it is heard, near its start it is as
 * if it had not been begun, unless it was heard before. Of a live stream, whose length is NaN, the place itself.
 */
export function leftAt(heard: Heard, file: string, seconds: number, length: number): Heard {
  if (length - seconds < edge && seconds > edge) return withPlace(heard, file, toEnd);
  if (seconds > edge) return withPlace(heard, file, Math.floor(seconds));
  return placeOf(heard, file) === toEnd ? heard : withPlace(heard, file, 0);
}

/** A recording goes on under another address, from where it was left under the first. */
export function underAnother(heard: Heard, before: string, file: string): Heard {
  const seconds = placeOf(heard, before);
  return seconds === 0 || before === file ? heard : withPlace(heard, file, seconds);
}
