import { expect, test } from 'vitest';
import { newFeed, newSource } from '../../utils/actions/new-feed';
import { Reach, reachedBy } from '../../utils/actions/reach';
import { type FetchAnswer, noTiming } from '../../utils/net/answer';

const feed = (id: number, host: string) => ({
  ...newFeed({ sources: [newSource(`https://${host}/feed`, false)], addedAt: 0, nextCheckAt: 0 }),
  id,
});

test('three silent hosts in a row are our own connection: with all their feeds', () => {
  const reach = new Reach();
  expect(reach.note(feed(1, 'a.example'), 'silent')).toEqual([]);
  expect(reach.note(feed(2, 'a.example'), 'silent')).toEqual([]);
  expect(reach.note(feed(3, 'b.example'), 'unknown')).toEqual([]);
  expect(reach.note(feed(4, 'c.example'), 'silent')).toEqual([]);
  expect(reach.note(feed(5, 'd.example'), 'silent')).toEqual([1, 2, 4, 5]);
  // asked at the same time as those, and no worse
  expect(reach.note(feed(6, 'e.example'), 'silent')).toEqual([6]);
  expect(reach.note(feed(7, 'f.example'), 'answered')).toEqual([]);
  expect(reach.note(feed(8, 'g.example'), 'silent')).toEqual([]);
});

test('an answer between them shows that the way is open', () => {
  const reach = new Reach();
  reach.note(feed(1, 'a.example'), 'silent');
  reach.note(feed(2, 'b.example'), 'silent');
  reach.note(feed(3, 'c.example'), 'answered');
  expect(reach.note(feed(4, 'd.example'), 'silent')).toEqual([]);
});

test('only a feed that was well yesterday says something of the network', () => {
  const source = newSource('https://a.example/feed', false);
  const well = { ...feed(1, 'a.example'), lastSuccessAt: 1, failures: 0 };
  const answer = (url: string, status: number): FetchAnswer => {
    const problem = { kind: 'unreachable' as const, host: 'a.example' };
    return { kind: 'problem', problem, status, url, durationMs: 1, timing: noTiming };
  };
  const none = answer(source.url, 0);
  const failed = { failed: true };
  expect(reachedBy(well, source, none, failed)).toBe('silent');
  expect(reachedBy({ ...well, failures: 1 }, source, none, failed)).toBe('unknown');
  expect(reachedBy({ ...well, lastSuccessAt: null }, source, none, failed)).toBe('unknown');
  expect(reachedBy(well, source, answer(source.url, 500), failed)).toBe('answered');
  // The login page of a network.
  expect(reachedBy(well, source, answer('https://portal.example/login', 200), failed)).toBe('silent');
  expect(reachedBy({ ...well, failures: 1 }, source, answer('https://portal.example/', 200), failed)).toBe(
    'unknown',
  );
  const page = { failed: true, isPage: true };
  expect(reachedBy(well, source, answer(source.url, 200), page)).toBe('silent');
  expect(reachedBy({ ...well, failures: 1 }, source, answer(source.url, 200), page)).toBe('unknown');
  expect(reachedBy(well, source, answer(source.url, 511), failed)).toBe('silent');
});
