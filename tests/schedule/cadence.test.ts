import { describe, expect, test } from 'vitest';
import { counted, noCadence, weekByHour, weekOf, weeksUntil } from '../../utils/schedule/cadence';

const hour = 3_600_000;
const week = 168 * hour;
/** Monday 16 November 2026, 0:00 UTC. */
const monday = Date.UTC(2026, 10, 16);
const at = (sortAt: number, publishedAt: number | null = sortAt) => ({ sortAt, publishedAt });

describe('weeks', () => {
  test('begin on Monday', () => {
    expect(weekOf(monday) - weekOf(monday - 1)).toBe(1);
    expect(weekOf(monday + week - 1)).toBe(weekOf(monday));
  });

  test('count what was published in them, and move on by themselves', () => {
    const cadence = counted(noCadence(3), [at(monday), at(monday + hour), at(monday - 2 * week)]);
    expect(weeksUntil(cadence, monday).slice(-4)).toEqual([0, 1, 0, 2]);
    expect(weeksUntil(cadence, monday + 3 * week).slice(-6)).toEqual([1, 0, 2, 0, 0, 0]);
    expect(weeksUntil(cadence, monday + 99 * week)).toEqual(Array.from({ length: 26 }, () => 0));
    expect(weeksUntil(undefined, monday)).toHaveLength(26);
    const later = counted(cadence, [at(monday + week)]);
    expect(weeksUntil(later, monday + week).slice(-5)).toEqual([0, 1, 0, 2, 1]);
    expect(later.feedId).toBe(3);
  });

  test('leave out what is older than all of them, and what lies ahead of a clock that was set back', () => {
    const cadence = counted(noCadence(3), [at(monday - 26 * week), at(monday)]);
    expect(weeksUntil(cadence, monday).reduce((sum, each) => sum + each)).toBe(1);
    expect(weeksUntil(cadence, monday - week)).toHaveLength(26);
  });

  test('give back what was taken out, and no more', () => {
    const cadence = counted(noCadence(3), [at(monday), at(monday + hour)]);
    const less = counted(cadence, [at(monday), at(monday), at(monday)], -1);
    expect(weeksUntil(less, monday).at(-1)).toBe(0);
    expect(weekByHour([less], 0)[0]?.slice(0, 2)).toEqual([0, 1]);
  });
});

describe('hours', () => {
  const cadence = counted(noCadence(1), [at(monday + 9 * hour), at(monday + 9.9 * hour), at(monday, null)]);
  const other = counted(noCadence(2), [at(monday - hour)]);

  test('are of the week, and sum up over feeds; without a date of its own an article has no hour', () => {
    const week = weekByHour([cadence, other], 0);
    expect(week.map((hours) => hours.length)).toEqual([24, 24, 24, 24, 24, 24, 24]);
    expect(week[0]?.[9]).toBe(2);
    expect(week[6]?.[23]).toBe(1);
    expect(week.flat().reduce((sum, each) => sum + each)).toBe(3);
  });

  test('are told by the clock of the reader', () => {
    expect(weekByHour([cadence], 480)[0]?.[17]).toBe(2);
    expect(weekByHour([other], 60)[0]?.[0]).toBe(1);
    expect(weekByHour([cadence], -600)[6]?.[23]).toBe(2);
    expect(weekByHour([cadence], 330)[0]?.[15]).toBe(2);
  });
});
