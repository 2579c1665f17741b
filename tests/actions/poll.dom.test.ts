import { expect, test } from 'vitest';
import { checkFeeds, poll } from '../../utils/actions/poll';
import { refreshFeeds } from '../../utils/actions/refresh-feeds';
import { subscribe } from '../../utils/actions/subscribe';
import { getFeed, listFeeds, updateFeed } from '../../utils/db/feeds';
import { documentUrl, problemOf, replaceDocument, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();
const hour = 3_600_000;
const minute = 60_000;

/** Moves on to a time at which all feeds are due, and none is late. */
async function untilDue(world: TestWorld, ids: number[]): Promise<void> {
  world.time += 5 * hour;
  for (const id of ids) await updateFeed(id, (feed) => ({ ...feed, nextCheckAt: world.time }));
}

async function subscribed(...names: string[]) {
  const world = new TestWorld();
  const ids: number[] = [];
  for (const name of names) ids.push((await subscribe(world, { url: documentUrl(name) })).feedId);
  world.asked = [];
  world.changes = [];
  return { world, ids };
}

test('an alarm checks what is due, once, and sets the next', async () => {
  const { world, ids } = await subscribed('morning.xml', 'odd-dates.xml');
  expect(await poll(world)).toEqual({ checked: 0, newEntries: 0, failed: 0 });
  expect(world.asked).toEqual([]);
  await untilDue(world, ids);
  expect(await poll(world)).toEqual({ checked: 2, newEntries: 0, failed: 0 });
  expect(world.asked.sort()).toEqual([documentUrl('morning.xml'), documentUrl('odd-dates.xml')]);
  expect(await poll(world)).toMatchObject({ checked: 0 });
  expect(world.asked).toHaveLength(2);
  const next = Math.min(...(await listFeeds()).map(({ nextCheckAt }) => nextCheckAt));
  expect(next).toBeGreaterThanOrEqual(world.time + hour);
  expect(world.wake).toMatchObject({ at: world.time + hour });
});

test('an alarm and the reader at once: every feed is asked once, both are answered', async () => {
  const { world, ids } = await subscribed('morning.xml', 'odd-dates.xml', 'twice.xml');
  await untilDue(world, ids);
  const answers = await Promise.all([poll(world), refreshFeeds(world, {}), refreshFeeds(world, {})]);
  expect(answers.map(({ checked }) => checked)).toEqual([3, 3, 3]);
  expect(world.asked).toHaveLength(3);
  expect((await listFeeds()).every(({ nextCheckAt }) => nextCheckAt > world.time)).toBe(true);
});

test('the pages are told how far it is, and when all is settled', async () => {
  const { world } = await subscribed('morning.xml', 'odd-dates.xml', 'twice.xml');
  await refreshFeeds(world, {});
  await expect.poll(() => world.changes.at(-1)).toEqual({ kind: 'settled' });
  const progress = world.changes.filter(({ kind }) => kind === 'progress');
  expect(progress.at(-1)).toEqual({ kind: 'progress', done: 3, total: 3 });
  // the first, and the last; between them no more often than pages can follow
  expect(progress).toHaveLength(2);
  expect(world.progress[0]).toEqual({ done: 1, total: 3 });
  expect(world.progress.at(-1)).toBeNull();
});

test('the answer comes with the badge, and counts what is new', async () => {
  const { world, ids } = await subscribed('morning.xml');
  await replaceDocument(ids[0] ?? 0, 'evening.xml');
  expect(await refreshFeeds(world, { feedIds: ids })).toEqual({ checked: 1, newEntries: 1, failed: 0 });
  expect(world.badge.text).toBe('3');
  expect(await problemOf(refreshFeeds(world, { feedIds: [4711] }))).toEqual({
    kind: 'no-such-feed',
    feedId: 4711,
  });
});

test('while another context polls nothing is asked, and what was wanted stays due', async () => {
  const { world, ids } = await subscribed('morning.xml');
  await untilDue(world, ids);
  world.lockIsTaken = true;
  expect(await poll(world)).toEqual({ checked: 0, newEntries: 0, failed: 0 });
  expect(world.asked).toEqual([]);
  world.lockIsTaken = false;
  expect(await poll(world)).toMatchObject({ checked: 1 });
  expect((await getFeed(ids[0] ?? 0))?.lastSuccessAt).toBe(world.time);
});

test('after a kill the rest is checked at once, and what was being asked when its lease is over', async () => {
  const { world, ids } = await subscribed('morning.xml', 'odd-dates.xml');
  const [killed = 0, waiting = 0] = ids;
  world.time += hour;
  for (const id of ids) await updateFeed(id, (feed) => ({ ...feed, nextCheckAt: world.time }));
  await updateFeed(killed, (feed) => ({ ...feed, leaseUntil: world.time + minute }));
  expect(await poll(world)).toMatchObject({ checked: 1 });
  expect(world.asked).toEqual([documentUrl('odd-dates.xml')]);
  expect((await getFeed(waiting))?.lastSuccessAt).toBe(world.time);
  expect(world.wake).toMatchObject({ at: world.time + minute });
  world.time += minute;
  expect(await poll(world)).toMatchObject({ checked: 1 });
});

test('a round guards itself with an alarm', async () => {
  const { world } = await subscribed('morning.xml');
  const wakes: unknown[] = [];
  const { wakeAt } = world;
  world.wakeAt = async (wake) => {
    wakes.push(wake);
    await wakeAt(wake);
  };
  await checkFeeds(world, await listFeeds());
  await expect.poll(() => wakes).toHaveLength(2);
  expect(wakes[0]).toEqual({ at: world.time, everyMinutes: 0.5 });
});
