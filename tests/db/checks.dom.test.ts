import { beforeEach, expect, test } from 'vitest';
import { leaseFeed, listChecks } from '../../utils/db/checks';
import { getFeed, updateFeed } from '../../utils/db/feeds';
import { purgeFeed } from '../../utils/db/purge';
import { read } from '../../utils/db/transaction';
import type { Check } from '../../utils/model/feed';
import { addFeed, freshDatabase } from './support';

beforeEach(freshDatabase);

function checkAt(at: number): Check {
  const url = 'https://a.example/feed';
  return { at, url, outcome: 'not-modified', status: 304, bytes: 0, durationMs: 12, newEntries: 0 };
}

async function check(feedId: number, at: number): Promise<void> {
  await leaseFeed(feedId, (feed) => ({ ...feed, leaseUntil: at }));
  await updateFeed(feedId, (feed) => ({
    ...feed,
    lastCheck: checkAt(at),
    nextCheckAt: at + 5,
    nextCheckReason: 'pace',
  }));
}

test('the last sixty checks are kept, the newest first, each with what followed', async () => {
  const id = await addFeed('a');
  const other = await addFeed('b');
  expect(await listChecks(id)).toEqual([]);
  for (let at = 1; at <= 130; at++) await check(id, at);
  await check(other, 1000);
  const past = await listChecks(id);
  expect(past.map(({ at }) => at)).toEqual(Array.from({ length: 60 }, (_, index) => 130 - index));
  expect(past[0]).toEqual({ ...checkAt(130), nextCheckAt: 135, nextCheckReason: 'pace' });
  expect(past[59]).toEqual({ ...checkAt(71), nextCheckAt: 76, nextCheckReason: 'pace' });
  expect(await listChecks(other)).toHaveLength(1);
  expect(await read(['checks'], (tx) => tx.objectStore('checks').count())).toBe(59);
});

test('a feed that may not be asked is left as it is', async () => {
  const id = await addFeed('a');
  await check(id, 7);
  const before = await getFeed(id);
  expect(await leaseFeed(id, () => null)).toBeNull();
  expect(await getFeed(id)).toEqual(before);
  expect(await listChecks(id)).toHaveLength(1);
  expect(await leaseFeed(4711, (feed) => feed)).toBeNull();
  expect(await listChecks(4711)).toEqual([]);
});

test('a ring goes with its feed', async () => {
  const id = await addFeed('a');
  for (let at = 1; at <= 5; at++) await check(id, at);
  await updateFeed(id, (feed) => ({ ...feed, removedAt: 10 }));
  expect(await purgeFeed(id, 20)).toBe(true);
  expect(await read(['checks'], (tx) => tx.objectStore('checks').count())).toBe(0);
});
