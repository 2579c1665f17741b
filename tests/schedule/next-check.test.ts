import { describe, expect, test, vi } from 'vitest';
import type { Problem } from '../../utils/model/problem';
import { type CheckResult, nextCheck, offlineWaitMs, shortestWaitMs } from '../../utils/schedule/next-check';
import { day, hour, minute } from '../../utils/schedule/times';

const now = Date.UTC(2026, 10, 22, 12);
const good: CheckResult = {
  now,
  problem: null,
  failures: 0,
  conditional: true,
  answers304: true,
  wantsDay: false,
  meanGapMs: null,
  checkEvery: 0,
  freshnessMs: 0,
  askedMs: 0,
  skipHours: [],
  skipDays: [],
  retryAfterMs: null,
  random: 0,
};
const next = (result: Partial<CheckResult>) => nextCheck({ ...good, ...result });
const wait = (result: Partial<CheckResult>) => next(result).at - now;
const failed = (problem: Problem, failures = 1, more: Partial<CheckResult> = {}) =>
  wait({ problem, failures, ...more });

describe('after a good check', () => {
  test.each<[string, Partial<CheckResult>, number, string]>([
    ['an hour where nothing is known', {}, hour, 'pace'],
    ['a tenth of the mean gap', { meanGapMs: 30 * hour }, 3 * hour, 'pace'],
    ['an hour for the busiest', { meanGapMs: minute }, hour, 'pace'],
    ['half a day for the quietest', { meanGapMs: 300 * day }, 12 * hour, 'pace'],
    ['four hours where asking is dear', { conditional: false }, 4 * hour, 'whole-answers'],
    ['and longer for the quiet', { conditional: false, meanGapMs: 3 * day }, 7.2 * hour, 'pace'],
    ['as long as the server asks', { freshnessMs: 5 * hour }, 5 * hour, 'server'],
    ['as long as the document asks', { askedMs: 5 * hour, freshnessMs: 2 * hour }, 5 * hour, 'document'],
    ['no sooner than an hour', { freshnessMs: 10 * minute }, hour, 'pace'],
    ['no later than a day', { freshnessMs: 9 * day }, day, 'server'],
    ['up to a tenth later', { random: 1 }, 66 * minute, 'pace'],
    ['as the reader wants', { checkEvery: 15, meanGapMs: day }, 15 * minute, 'reader'],
    ['never under 15 minutes', { checkEvery: 1 }, 15 * minute, 'reader'],
    ['an hour where no 304 was seen', { checkEvery: 15, answers304: false }, hour, 'reader'],
    [
      'four where none can be',
      { checkEvery: 15, answers304: false, conditional: false },
      4 * hour,
      'whole-answers',
    ],
    ['the server before the reader', { checkEvery: 15, freshnessMs: 2 * hour }, 2 * hour, 'server'],
    ['rarer, if the reader wants', { checkEvery: 600, meanGapMs: minute }, 10 * hour, 'reader'],
  ])('%s', (_, result, expected, reason) => {
    expect(next(result)).toEqual({ at: now + expected, reason });
  });

  test('hours and days that a feed wants to be spared are', () => {
    expect(next({ skipHours: [13, 14] })).toEqual({ at: now + 3 * hour, reason: 'skipped-hours' });
    expect(wait({ skipDays: [0] })).toBe(12 * hour);
    const all = Array.from({ length: 24 }, (_, index) => index);
    expect(wait({ skipHours: all })).toBe(hour);
    expect(wait({ skipHours: [24, -1, 99] })).toBe(hour);
    expect(wait({ skipDays: [0, 1, 2, 3, 4, 5, 6] })).toBe(hour);
    expect(wait({ skipDays: [0, 1, 2] })).toBe(25 * hour);
  });
  test('in GMT, wherever the machine stands', () => {
    vi.stubEnv('TZ', 'Asia/Kolkata');
    expect(new Date(now).getHours()).not.toBe(new Date(now).getUTCHours());
    expect(next({ skipHours: [13, 14] })).toEqual({ at: now + 3 * hour, reason: 'skipped-hours' });
    expect(wait({ skipDays: [0] })).toBe(12 * hour);
    vi.unstubAllEnvs();
  });
});

describe('after a failure', () => {
  const unreachable: Problem = { kind: 'unreachable', host: 'a.example' };
  const status = (code: number): Problem => ({ kind: 'http-status', status: code, retryAt: null });
  test('waits double, up to a day', () => {
    const waits = [1, 2, 3, 4, 5, 6, 60].map((failures) => failed(unreachable, failures) / hour);
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24]);
  });
  test('and are spread upward by up to a quarter', () => {
    expect(failed(unreachable, 1, { random: 1 })).toBe(1.25 * hour);
  });
  test.each([401, 403, 404])('%i begins at four hours', (code) => {
    expect(failed(status(code))).toBe(4 * hour);
    expect(failed(status(500))).toBe(hour);
  });
  test('Retry-After is kept, however long', () => {
    expect(failed(status(429), 1, { retryAfterMs: 7 * day })).toBe(7 * day);
    expect(failed(status(429), 1, { retryAfterMs: minute })).toBe(hour);
    expect(next({ problem: status(429), failures: 1, retryAfterMs: day }).reason).toBe('retry-after');
  });
  test('gone waits a day; offline is soon over, and later from time to time', () => {
    expect(failed({ kind: 'gone', host: 'a.example' })).toBe(day);
    expect(failed({ kind: 'offline' }, 0)).toBe(5 * minute);
    expect([1, 2, 3, 4, 5, 9].map((rounds) => offlineWaitMs(rounds) / minute)).toEqual([
      5, 10, 20, 40, 60, 60,
    ]);
    expect(failed({ kind: 'permission-missing', origins: [] }, 0)).toBe(hour);
  });
});

test('never within the hour by itself, whatever was said', () => {
  for (let i = 0; i < 2000; i++) {
    const random = (i % 50) / 49;
    const freshnessMs = (i * 7919 * 1000) % (2 * day);
    const meanGapMs = (i * 104_729 * 1000) % (20 * day);
    const conditional = i % 2 === 0;
    const checkEvery = i % 3 === 0 ? i % 90 : 0;
    const result = { random, freshnessMs, conditional, meanGapMs, checkEvery, answers304: false };
    expect(wait(result)).toBeGreaterThanOrEqual(hour);
    expect(wait(result)).toBeLessThanOrEqual(1.1 * day);
  }
  expect(shortestWaitMs(0, true)).toBe(hour);
  expect(shortestWaitMs(15, false)).toBe(hour);
  expect(shortestWaitMs(30, true)).toBe(30 * minute);
  expect(shortestWaitMs(600, true)).toBe(hour);
});
