import { expect, test } from 'vitest';
import { newFeed, newSource } from '../../utils/actions/new-feed';
import { putOff } from '../../utils/schedule/offline';
import { hour, minute } from '../../utils/schedule/times';

const now = Date.UTC(2026, 10, 22, 12);
const feed = (nextCheckAt: number) => ({
  ...newFeed({ sources: [newSource('https://a.example/feed', false)], addedAt: 0, nextCheckAt }),
  id: 1,
});

test('what waited when the network went is tried in five minutes, and no sooner than it was due', () => {
  expect(putOff(feed(now - hour), now)).toMatchObject({
    nextCheckAt: now + 5 * minute,
    nextCheckReason: 'offline',
    failures: 0,
  });
  expect(putOff(feed(now + hour), now).nextCheckAt).toBe(now + hour);
});
