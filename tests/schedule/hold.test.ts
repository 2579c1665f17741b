import { describe, expect, it } from 'vitest';
import { newFeed, newSource } from '../../utils/actions/new-feed';
import type { Feed } from '../../utils/model/feed';
import { historyOf } from '../../utils/schedule/history';
import { heldSources, heldWith } from '../../utils/schedule/hold';
import { withoutFailure } from '../../utils/schedule/offline';
import { isSourceHeld } from '../../utils/schedule/sources';

const now = Date.UTC(2026, 10, 22);
const day = 86_400_000;
const until = now + 5000;

function feed(id: number, url: string, heldUntil = 0): Feed {
  const source = newSource(url, true);
  const sources = [{ ...source, history: { ...historyOf(source), heldUntil } }];
  return { ...newFeed({ sources, addedAt: now, nextCheckAt: now }), id };
}

/** The feeds that wait with one that was told to, by their ids. */
const waiting = (url: string, other: string) => [
  ...heldWith(feed(1, url, until), [feed(2, other)], now).keys(),
];

describe('Retry-After', () => {
  it.each([
    ['https://feeds.example/a', 'https://feeds.example/b'],
    ['https://feeds.example/a', 'http://feeds.example:8080/b'],
  ])('of %s holds for %s', (url, other) => expect(waiting(url, other)).toEqual([2]));

  it.each([
    ['https://feeds.example/a', 'https://other.example/b'],
    ['http://93.184.216.34/a', 'http://93.184.216.34/b'],
    ['http://[2606:2800:220:1::7]/a', 'http://[2606:2800:220:1::7]/b'],
    ['http://192.168.1.5/a', 'http://192.168.1.5/b'],
    ['http://localhost/a', 'http://localhost/b'],
    ['http://nas.local/a', 'http://nas.local/b'],
  ])('of %s does not hold for %s', (url, other) => expect(waiting(url, other)).toEqual([]));

  it('that is over holds for nobody', () => {
    const told = feed(1, 'https://feeds.example/a', now - 1);
    expect(heldWith(told, [feed(2, 'https://feeds.example/b')], now).size).toBe(0);
  });

  it('holds for no longer than a server may ask for: later times are of a clock that was set back', () => {
    const held = (heldUntil: number) => isSourceHeld({ ...historyOf(undefined), heldUntil }, now);
    expect([held(now + 7 * day), held(now + 9 * day), held(now)]).toEqual([true, false, false]);
  });

  it('makes an address without validators one that wants a day', () => {
    const [bare] = feed(1, 'https://feeds.example/a').sources;
    const validators = { etag: '"1"', lastModified: '', url: 'https://feeds.example/a' };
    const sources = bare ? [bare, { ...bare, validators }] : [];
    const held = heldSources(sources, () => true, until).map((source) => historyOf(source));
    expect(held.map(({ wantsDay, heldUntil }) => [wantsDay, heldUntil])).toEqual([
      [true, until],
      [false, until],
    ]);
  });
});

it('what failed for the network has failed neither for the feed nor for its address', () => {
  const before = feed(1, 'https://feeds.example/a');
  const sources = before.sources.map((source) => ({
    ...source,
    history: { ...historyOf(source), failures: 3 },
  }));
  const after = withoutFailure({ ...before, failures: 4, failingSince: now, sources }, now);
  expect(after).toMatchObject({ failures: 3, failingSince: null, problem: { kind: 'offline' } });
  expect(historyOf(after.sources[0]).failures).toBe(2);
  expect(withoutFailure({ ...before, failures: 0 }, now).failures).toBe(0);
});
