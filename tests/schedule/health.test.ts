import { expect, test } from 'vitest';
import type { Source, SourceHistory } from '../../utils/model/feed';
import { feedHealth } from '../../utils/schedule/health';
import { historyOf } from '../../utils/schedule/history';
import { day, hour } from '../../utils/schedule/times';

const now = Date.UTC(2026, 10, 22, 12);
const rhythm = { articles: 20, since: now - 400 * day, askedMs: 0, skipHours: [], skipDays: [] };

function source(url: string, history: Partial<SourceHistory>): Source {
  const known = { ...historyOf(undefined), newestAt: now - hour, ...history };
  return { url, privateAllowed: false, validators: null, bodyHash: '', history: known };
}

const feed = (histories: Partial<SourceHistory>[], more: object = {}) => ({
  sources: histories.map((history, index) => source(`https://${'ab'[index]}.example/`, history)),
  rhythm: { ...rhythm, since: now - 20 * hour },
  problem: null,
  ...more,
});
const dead = now - 330 * day;
const failing = { problem: { kind: 'timeout', seconds: 25 } as const };

test.each([
  ['a feed that brings news', feed([{}]), { kind: 'well' }],
  ['nothing is known yet', feed([{ newestAt: null }]), { kind: 'well' }],
  [
    'eleven months of 200 with nothing new',
    feed([{ newestAt: dead }], { rhythm: { ...rhythm, since: dead - 20 * day } }),
    { kind: 'silent', newestAt: dead },
  ],
  [
    'the same, and a sibling that goes on',
    feed([{ newestAt: dead }, {}], { rhythm: { ...rhythm, since: now - 20 * hour } }),
    { kind: 'mirror-behind', url: 'https://a.example/', newestAt: dead },
  ],
  [
    'a mirror that fails while another stands in',
    feed([{ failures: 5 }, {}], { activeSource: 1 }),
    { kind: 'mirror-down', url: 'https://a.example/', insteadUrl: 'https://b.example/' },
  ],
  [
    'a month of failures',
    feed([{}], { ...failing, failingSince: now - 30 * day }),
    { kind: 'dead', since: now - 30 * day },
  ],
  [
    'a week of failures is told by its Problem',
    feed([{}], { ...failing, failingSince: now - 7 * day }),
    { kind: 'well' },
  ],
  [
    'a redirect of a week',
    feed([{ movedTo: { url: 'https://new.example/', since: now - 8 * day, checks: 30 } }]),
    { kind: 'moved', url: 'https://new.example/' },
  ],
])('%s', (_, state, expected) => {
  expect(feedHealth(state, now)).toEqual(expected);
});

test('a feed of one article an hour is silent within a day or so', () => {
  const ended = (hours: number) =>
    feedHealth(
      feed([{ newestAt: now - hours * hour }], { rhythm: { ...rhythm, since: now - 60 * hour } }),
      now,
    ).kind;
  expect(ended(5)).toBe('well');
  expect(ended(30)).toBe('silent');
});
