import { expect, test } from 'vitest';
import { addSource, moveSource, removeSource, setCheckInterval } from '../../utils/actions/arrange-sources';
import { poll } from '../../utils/actions/poll';
import { refreshFeed } from '../../utils/actions/refresh';
import { subscribe } from '../../utils/actions/subscribe';
import { listChecks } from '../../utils/db/checks';
import { getFeed, updateFeed } from '../../utils/db/feeds';
import { documentUrl, listAll, problemOf, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();
const hour = 3_600_000;
const day = 24 * hour;
const here = documentUrl('morning.xml');
const mirror = `${here}?mirror`;

async function subscribed() {
  const world = new TestWorld();
  const { feedId } = await subscribe(world, { url: here });
  world.asked = [];
  const feed = async () => (await getFeed(feedId)) ?? expect.fail('no feed');
  const urls = async () => (await feed()).sources.map(({ url }) => url);
  return { world, feedId, feed, urls };
}

test('addresses are added, ordered and taken away; the last stays', async () => {
  const { world, feedId, urls } = await subscribed();
  await addSource(world, { feedId, url: mirror });
  expect(await urls()).toEqual([here, mirror]);
  expect(await problemOf(addSource(world, { feedId, url: mirror }))).toEqual({
    kind: 'already-subscribed',
    feedId,
  });
  expect(await problemOf(addSource(world, { feedId, url: 'javascript:1' }))).toMatchObject({
    kind: 'address-invalid',
  });
  await moveSource(world, { feedId, url: mirror, place: 0 });
  expect(await urls()).toEqual([mirror, here]);
  await removeSource(world, { feedId, url: mirror });
  await removeSource(world, { feedId, url: here });
  expect(await urls()).toEqual([here]);
  expect(await problemOf(removeSource(world, { feedId: 4711, url: here }))).toMatchObject({
    kind: 'no-such-feed',
  });
});

test('no address is lost to a check that is under way', async () => {
  const { world, feedId, urls } = await subscribed();
  let added: Promise<unknown> = Promise.resolve();
  let begun = false;
  world.pause = () => new Promise((done) => setTimeout(done, 20));
  world.hasAccess = async () => {
    if (!begun) added = addSource(world, { feedId, url: mirror });
    begun = true;
    return true;
  };
  await refreshFeed(world, feedId);
  await added;
  expect(await urls()).toEqual([here, mirror]);
});

test('a mirror takes over after three failures, and gives back when the first is well; no article comes twice', async () => {
  const { world, feedId, feed } = await subscribed();
  await addSource(world, { feedId, url: mirror });
  const before = await listAll();
  const gone = documentUrl('missing.xml');
  const swap = (from: string, to: string) =>
    updateFeed(feedId, (row) => ({
      ...row,
      sources: row.sources.map((source) => (source.url === from ? { ...source, url: to } : source)),
    }));
  await swap(here, gone);
  for (let round = 0; round < 6 && (await feed()).nextCheckReason !== 'other-source'; round++) {
    world.time = (await feed()).nextCheckAt;
    await poll(world);
  }
  expect(world.asked.filter((url) => url === gone)).toHaveLength(3);
  world.time = (await feed()).nextCheckAt;
  await poll(world);
  expect(await feed()).toMatchObject({ activeSource: 1, failures: 0, problem: null });
  expect(world.asked.at(-1)).toBe(mirror);
  expect(await listAll()).toEqual(before);

  await swap(gone, here);
  world.time += day;
  await updateFeed(feedId, (row) => ({ ...row, nextCheckAt: world.time }));
  await poll(world);
  expect(await feed()).toMatchObject({ activeSource: 0, failures: 0, problem: null });
  expect(await listAll()).toEqual(before);
  const checks = await listChecks(feedId);
  expect(checks.filter(({ outcome, url }) => outcome === 'failed' && url === gone)).toHaveLength(3);
});

test('an interval is between a quarter of an hour and a day', async () => {
  const { world, feedId, feed } = await subscribed();
  for (const [minutes, kept] of [
    [1, 15],
    [30, 30],
    [9999, 1440],
    [0, 0],
  ] as const) {
    await setCheckInterval(world, { feedId, minutes });
    expect((await feed()).checkEvery).toBe(kept);
  }
});
