import type { Cadence } from '../model/cadence';
import type { Entry } from '../model/entry';
import { day, hour, minute } from './times';

export const countedWeeks = 26;
const hoursOfWeek = 168;
const week = 7 * day;
/** The epoch was a Thursday. */
const sinceMonday = 3 * day;

type Dated = Pick<Entry, 'sortAt' | 'publishedAt'>;

/** Of a feed of which nothing was counted. */
export function noCadence(feedId: number): Cadence {
  const zeros = (length: number) => Array.from({ length }, () => 0);
  return { feedId, lastWeek: 0, weeks: zeros(countedWeeks), hours: zeros(hoursOfWeek) };
}

/** The week of a time (ms), from Monday to Sunday in UTC; ascending by one. */
export function weekOf(time: number): number {
  return Math.floor((time + sinceMonday) / week);
}

/** The time (ms) at which a week of weekOf begins. */
export function startOfWeek(number: number): number {
  return number * week - sinceMonday;
}

function hourOf(time: number): number {
  return Math.floor((time + sinceMonday) / hour) % hoursOfWeek;
}

/** The counts so far with those of `entries`; `sign` -1 takes entries out again. */
export function counted(cadence: Cadence, entries: readonly Dated[], sign: 1 | -1 = 1): Cadence {
  const lastWeek = entries.reduce((last, { sortAt }) => Math.max(last, weekOf(sortAt)), cadence.lastWeek);
  const weeks = shifted(cadence, lastWeek);
  const hours = [...cadence.hours];
  const add = (counts: number[], at: number) => {
    const before = counts[at];
    if (before !== undefined) counts[at] = Math.max(0, before + sign);
  };
  for (const { sortAt, publishedAt } of entries) {
    add(weeks, weekOf(sortAt) - lastWeek + countedWeeks - 1);
    if (publishedAt !== null && publishedAt >= 0) add(hours, hourOf(publishedAt));
  }
  return { ...cadence, lastWeek, weeks, hours };
}

/** The counts of the 26 weeks up to a later one. */
function shifted({ weeks, lastWeek }: Cadence, to: number): number[] {
  const by = Math.max(0, Math.min(countedWeeks, to - lastWeek));
  return [...weeks.slice(by), ...Array.from({ length: by }, () => 0)];
}

/** Articles a week over 26 weeks, the oldest first; the last week is the present one, which is not over. */
export function weeksUntil(cadence: Cadence | undefined, now: number): number[] {
  return shifted(cadence ?? noCadence(0), weekOf(now));
}

/**
 * Articles of all these feeds by day of the week, Monday first, and hour, on a clock that is `offset` minutes ahead of
 * UTC. Where that is no whole hour it is rounded: the picture has hours.
 */
export function weekByHour(cadences: readonly Cadence[], offset: number): number[][] {
  const shift = Math.round((offset * minute) / hour);
  const sums = noCadence(0).hours.map((_, at) => {
    const utc = (at - shift + 2 * hoursOfWeek) % hoursOfWeek;
    return cadences.reduce((sum, { hours }) => sum + (hours[utc] ?? 0), 0);
  });
  return Array.from({ length: 7 }, (_, weekday) => sums.slice(weekday * 24, weekday * 24 + 24));
}
