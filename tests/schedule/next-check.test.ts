import { describe, expect, test } from 'vitest';
import type { Problem } from '../../utils/model/problem';
import { type CheckResult, dueAt, isDue, nextCheckAt, spreadOut } from '../../utils/schedule/next-check';
import { day, hour, minute } from '../../utils/schedule/times';

const now = 1_800_000_000_000;
const good: CheckResult = {
  now,
  problem: null,
  failures: 0,
  conditional: true,
  freshnessMs: 0,
  retryAfterMs: null,
  random: 0,
};
const wait = (result: Partial<CheckResult>) => nextCheckAt({ ...good, ...result }) - now;
const failed = (problem: Problem, failures = 1, more: Partial<CheckResult> = {}) =>
  wait({ problem, failures, ...more });

describe('after a good check', () => {
  test.each([
    ['an hour', {}, hour],
    ['four where asking is dear', { conditional: false }, 4 * hour],
    ['as long as the server asks', { freshnessMs: 5 * hour }, 5 * hour],
    ['no sooner than an hour', { freshnessMs: 10 * minute }, hour],
    ['no later than a day', { freshnessMs: 9 * day }, day],
    ['up to a tenth later', { random: 1 }, 66 * minute],
  ])('%s', (_, result, expected) => {
    expect(wait(result)).toBe(expected);
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
  });
  test('gone waits a day; offline is soon over', () => {
    expect(failed({ kind: 'gone', host: 'a.example' })).toBe(day);
    expect(failed({ kind: 'offline' }, 0)).toBe(5 * minute);
    expect(failed({ kind: 'permission-missing', origins: [] }, 0)).toBe(hour);
  });
});

test('never within the hour by itself, whatever was said', () => {
  for (let i = 0; i < 500; i++) {
    const random = (i % 50) / 49;
    const freshnessMs = (i * 7919 * 1000) % (2 * day);
    const conditional = i % 2 === 0;
    expect(wait({ random, freshnessMs, conditional })).toBeGreaterThanOrEqual(hour);
    expect(wait({ random, freshnessMs, conditional })).toBeLessThanOrEqual(1.1 * day);
  }
});

test('a feed is due when its time has come and no poll holds it', () => {
  const source = { url: 'https://a.example/', privateAllowed: false, validators: null, bodyHash: '' };
  const feed = { nextCheckAt: now, leaseUntil: 0, removedAt: null, sources: [source] };
  expect(isDue(feed, now)).toBe(true);
  expect(isDue(feed, now - 1)).toBe(false);
  expect(isDue({ ...feed, leaseUntil: now + 1 }, now)).toBe(false);
  expect(dueAt({ ...feed, leaseUntil: now + 1 })).toBe(now + 1);
  expect(isDue({ ...feed, removedAt: 5 }, now)).toBe(false);
  expect(isDue({ ...feed, sources: [] }, now)).toBe(false);
});

test('many first checks are spread: two seconds apart, all within the hour', () => {
  expect(spreadOut(3, now)).toEqual([now, now + 2000, now + 4000]);
  const many = spreadOut(10_000, now);
  expect(new Set(many).size).toBe(10_000);
  expect(Math.max(...many)).toBeLessThan(now + hour);
  expect(spreadOut(0, now)).toEqual([]);
});
