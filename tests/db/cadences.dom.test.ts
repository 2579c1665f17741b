import { beforeEach, expect, test } from 'vitest';
import { getCadence, listCadences } from '../../utils/db/cadences';
import { commitCheck } from '../../utils/db/commit-check';
import { updateFeed } from '../../utils/db/feeds';
import { openDatabase } from '../../utils/db/open';
import { purgeFeed } from '../../utils/db/purge';
import { deleteArrived } from '../../utils/db/take-back';
import { weeksUntil } from '../../utils/schedule/cadence';
import { addFeed, freshDatabase, newEntry } from './support';

beforeEach(freshDatabase);

const week = 7 * 86_400_000;
const now = Date.UTC(2026, 10, 18);
const entriesAt = (...times: number[]) =>
  times.map((sortAt, i) => newEntry(`${sortAt} ${i}`, { sortAt, arrivedAt: now }));
const weeksOf = async (feedId: number) => weeksUntil(await getCadence(feedId), now).slice(-4);

test('what a check adds is counted once, in the same transaction', async () => {
  const feedId = await addFeed('a');
  const added = entriesAt(now, now, now - 2 * week);
  await commitCheck({ feedId, patch: {}, added });
  await commitCheck({ feedId, patch: {}, added });
  await commitCheck({ feedId, patch: {}, added: [] });
  expect(await weeksOf(feedId)).toEqual([0, 1, 0, 2]);
  const many = Array.from({ length: 120 }, (_, i) => newEntry(`m${i}`, { sortAt: now - week, arrivedAt: 5 }));
  await commitCheck({ feedId, patch: {}, added: many });
  expect(await weeksOf(feedId)).toEqual([0, 1, 120, 2]);
  expect([...(await listCadences()).keys()]).toEqual([feedId]);
});

test('entries of an older version are counted with the first that comes', async () => {
  const feedId = await addFeed('a');
  await commitCheck({ feedId, patch: {}, added: entriesAt(now, now - week) });
  await (await openDatabase()).clear('cadences');
  expect(await weeksOf(feedId)).toEqual([0, 0, 0, 0]);
  await commitCheck({ feedId, patch: {}, added: entriesAt(now - 3 * week) });
  expect(await weeksOf(feedId)).toEqual([1, 0, 1, 1]);
});

test('a damaged row is none', async () => {
  const feedId = await addFeed('a');
  await (await openDatabase()).put('cadences', { feedId, lastWeek: 1, weeks: [1], hours: [] });
  expect(await getCadence(feedId)).toBeUndefined();
  expect((await listCadences()).size).toBe(0);
});

test('an undone import is taken out, and a purged feed takes its counts along', async () => {
  const feedId = await addFeed('a');
  await commitCheck({ feedId, patch: {}, added: entriesAt(now - week) });
  await commitCheck({ feedId, patch: {}, added: [newEntry('late', { sortAt: now, arrivedAt: 77 })] });
  await deleteArrived(feedId, 77);
  expect(await weeksOf(feedId)).toEqual([0, 0, 1, 0]);
  await updateFeed(feedId, (feed) => ({ ...feed, removedAt: 10 }));
  await purgeFeed(feedId, 20);
  expect(await getCadence(feedId)).toBeUndefined();
});
