import { expect, test } from 'vitest';
import {
  articlesPerWeek,
  filtered,
  type HealthRow,
  healthRow,
  inOrder,
  type SortKey,
} from '../../components/options/health-order';
import { newSource } from '../../utils/actions/new-feed';
import type { Feed } from '../../utils/model/feed';
import { healthGroups } from '../../utils/schedule/health';
import { newFeed } from '../db/support';

const feed = (title: string, failures = 0): Feed =>
  ({
    ...newFeed(title, { sources: [newSource(`https://${title}.example/feed`, false)], failures }),
    id: 1,
  }) as Feed;

const row = (name: string, more: Partial<HealthRow>, failures = 0): HealthRow => ({
  ...{ feed: feed(name, failures), name, group: 'well', newestAt: null, perWeek: 0, bytes: 0 },
  ...more,
});

const rows = [
  row('Feed 10', { newestAt: 500, perWeek: 2, bytes: 10 }),
  row('feed 9', { group: 'silent', newestAt: 900, perWeek: 0.5, bytes: 30 }, 1),
  row('alpha', { group: 'failing', perWeek: 40 }, 2),
  row('beta', { group: 'failing', newestAt: 100, bytes: 20 }, 7),
];
const named = (key: SortKey, reversed = false) => inOrder(rows, { key, reversed }).map(({ name }) => name);

test.each([
  ['name', ['alpha', 'beta', 'feed 9', 'Feed 10']],
  ['state', ['beta', 'alpha', 'feed 9', 'Feed 10']],
  ['newest', ['feed 9', 'Feed 10', 'beta', 'alpha']],
  ['week', ['alpha', 'Feed 10', 'feed 9', 'beta']],
  ['failures', ['beta', 'alpha', 'feed 9', 'Feed 10']],
  ['storage', ['feed 9', 'beta', 'Feed 10', 'alpha']],
] as const)('feeds stand by %s, what wants attention first, and the other way round', (key, wanted) => {
  expect(named(key)).toEqual(wanted);
  expect(named(key, true)).toEqual([...wanted].reverse());
});

test('what is equal stands by name, whichever way round', () => {
  const equal = ['c', 'a', 'b'].map((name) => row(name, { bytes: 5 }));
  for (const reversed of [false, true])
    expect(inOrder(equal, { key: 'storage', reversed }).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
});

test('every kind of attention finds its own, by words of the name or of an address too', () => {
  const found = (filter: Parameters<typeof filtered>[1], words = '') =>
    filtered(rows, filter, words).map(({ name }) => name);
  expect(found('all')).toHaveLength(rows.length);
  expect([found('failing'), found('silent'), found('stale')]).toEqual([['alpha', 'beta'], ['feed 9'], []]);
  expect([found('all', ' FEED '), found('all', 'beta.example'), found('silent', 'beta')]).toEqual([
    ['Feed 10', 'feed 9', 'alpha', 'beta'],
    ['beta'],
    [],
  ]);
});

test('a feed of which nothing is known yet is well, and brings no articles a week', () => {
  const now = Date.UTC(2026, 10, 22);
  expect(articlesPerWeek(feed('new'), now)).toBe(0);
  const made = healthRow({ ...feed('new'), lastNewAt: 77 }, 5, now);
  expect(made).toMatchObject({ name: 'new', group: 'well', newestAt: 77, perWeek: 0, bytes: 5 });
  expect(healthGroups.indexOf(made.group)).toBe(healthGroups.length - 1);
});
