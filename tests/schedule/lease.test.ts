import { expect, test } from 'vitest';
import { newFeed, newSource } from '../../utils/actions/new-feed';
import { isDue } from '../../utils/schedule/due';
import { historyOf } from '../../utils/schedule/history';
import { leased } from '../../utils/schedule/lease';
import { hour, minute } from '../../utils/schedule/times';

const now = Date.UTC(2026, 10, 22, 12);

test('before its request a feed says when it was asked, that it is being asked, and when at the soonest again', () => {
  const source = newSource('https://a.example/feed', false);
  const feed = { ...newFeed({ sources: [source], addedAt: 0, nextCheckAt: now }), id: 1 };
  const asked = leased(feed, now);
  expect(asked).toMatchObject({ lastAttemptAt: now, leaseUntil: now + minute, nextCheckAt: now + hour });
  expect(historyOf(asked.sources[0]).askedAt).toBe(now);
  // Also where its time comes at once: no second poll asks while the first may live.
  expect(isDue({ ...asked, nextCheckAt: now }, now + minute - 1)).toBe(false);
  expect(isDue({ ...asked, nextCheckAt: now }, now + minute)).toBe(true);
});
