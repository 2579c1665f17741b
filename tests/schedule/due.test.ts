import { describe, expect, test } from 'vitest';
import type { Source } from '../../utils/model/feed';
import { dueAt, isDue, isHeld, isJustChecked } from '../../utils/schedule/due';
import { isLate, spreadOut, spreadOverdue, wasSetBack } from '../../utils/schedule/spread';
import { day, hour, minute } from '../../utils/schedule/times';

const now = 1_800_000_000_000;
const source: Source = { url: 'https://a.example/', privateAllowed: false, validators: null, bodyHash: '' };
const feed = { nextCheckAt: now, leaseUntil: 0, removedAt: null, sources: [source] };

test('a feed is due when its time has come and no poll holds it', () => {
  expect(isDue(feed, now)).toBe(true);
  expect(isDue(feed, now - 1)).toBe(false);
  expect(isDue({ ...feed, leaseUntil: now + 1 }, now)).toBe(false);
  expect(dueAt({ ...feed, leaseUntil: now + 1 })).toBe(now + 1);
  expect(isDue({ ...feed, removedAt: 5 }, now)).toBe(false);
  expect(isDue({ ...feed, sources: [] }, now)).toBe(false);
  expect(isDue({ ...feed, stoppedAt: 5 }, now)).toBe(false);
  expect(dueAt({ ...feed, heldUntil: now + hour })).toBe(now + hour);
});

test('a hold is believed for as long as one may last', () => {
  expect(isHeld({ heldUntil: now + 7 * day }, now)).toBe(true);
  expect(isHeld({ heldUntil: now + 70 * day }, now)).toBe(false);
  expect(isHeld({ heldUntil: now }, now)).toBe(false);
  expect(isHeld({}, now)).toBe(false);
});

describe('just checked', () => {
  const validators = { etag: '"1"', lastModified: '', url: source.url };
  const cheap = { ...source, validators };
  const checked = (minutes: number, more: object = {}) =>
    isJustChecked(
      {
        lastAttemptAt: now - minutes * minute,
        lastSuccessAt: now - minutes * minute,
        problem: null,
        sources: [cheap],
        ...more,
      },
      now,
    );
  test('for five minutes, fifteen where answers are whole', () => {
    expect([0, 4.9, 5].map((minutes) => checked(minutes))).toEqual([true, true, false]);
    const whole = { sources: [source] };
    expect([5, 14.9, 15].map((minutes) => checked(minutes, whole))).toEqual([true, true, false]);
  });
  test('not after a failure, nor by the look at subscribing, nor when the clock was set back', () => {
    expect(checked(1, { problem: { kind: 'offline' } })).toBe(false);
    expect(checked(1, { lastAttemptAt: null })).toBe(false);
    expect(checked(-1)).toBe(false);
  });
});

test('many first checks are spread: two seconds apart, all within the hour', () => {
  expect(spreadOut(3, now)).toEqual([now, now + 2000, now + 4000]);
  const many = spreadOut(10_000, now);
  expect(new Set(many).size).toBe(10_000);
  expect(Math.max(...many)).toBeLessThan(now + hour);
  expect(spreadOut(0, now)).toEqual([]);
});

describe('overdue feeds', () => {
  const row = (id: number, lateMinutes: number) => ({
    id,
    nextCheckAt: now - lateMinutes * minute,
    lastSuccessAt: now - id * hour,
  });
  test('are late when some have waited long', () => {
    expect(isLate([row(1, 1), row(2, 9)], now)).toBe(false);
    expect(isLate([row(1, 1), row(2, 11)], now)).toBe(true);
    expect(isLate([row(1, 600)], now)).toBe(false);
  });
  test('take turns, oldest success first: ten minutes, or a second each', () => {
    const turns = spreadOverdue([row(1, 60), row(3, 60), row(2, 60)], now);
    expect([...turns]).toEqual([
      [3, now],
      [2, now + 200_000],
      [1, now + 400_000],
    ]);
    const many = [
      ...spreadOverdue(
        Array.from({ length: 1000 }, (_, id) => row(id, 600)),
        now,
      ).values(),
    ];
    expect(new Set(many).size).toBe(1000);
    expect(Math.max(...many) - now).toBe(999_000);
  });
});

test('a clock that was set back is noticed', () => {
  const row = { lastAttemptAt: now - hour, nextCheckAt: now + hour, removedAt: null, sources: [source] };
  expect(wasSetBack(row, now)).toBe(false);
  expect(wasSetBack(row, now - 2 * hour)).toBe(true);
  expect(wasSetBack({ ...row, lastAttemptAt: null, nextCheckAt: now + 40 * day }, now)).toBe(true);
  expect(wasSetBack({ ...row, sources: [], nextCheckAt: 8.64e15 }, now)).toBe(false);
});
