import { hour } from './times';

type Skipped = Readonly<Record<'skipHours' | 'skipDays', readonly number[]>>;

/**
 * The first time from `at` (ms) that lies in no hour and on no day that a feed wants to be spared (skipHours and skipDays,
 * GMT; RSS 2.0), at most a day later. A feed that names all hours or all days has not understood them, and says nothing.
 */
export function outsideSkipped(at: number, { skipHours, skipDays }: Skipped): number {
  const hours = usable(skipHours, 24);
  const days = usable(skipDays, 7);
  const latest = at + 24 * hour;
  let time = at;
  while (time < latest && isSkipped(time, hours, days)) time = (Math.floor(time / hour) + 1) * hour;
  return Math.min(time, latest);
}

function usable(values: readonly number[], count: number): Set<number> {
  const known = new Set(values.filter((value) => Number.isInteger(value) && value >= 0 && value < count));
  return known.size < count ? known : new Set();
}

function isSkipped(time: number, hours: Set<number>, days: Set<number>): boolean {
  const date = new Date(time);
  return hours.has(date.getUTCHours()) || days.has(date.getUTCDay());
}
