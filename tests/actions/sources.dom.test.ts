import { expect, test } from 'vitest';
import { accessChanged } from '../../utils/actions/access-changed';
import { addSource, moveSource, removeSource, setCheckInterval } from '../../utils/actions/arrange-sources';
import { newSource } from '../../utils/actions/new-feed';
import { poll } from '../../utils/actions/poll';
import { refreshFeed } from '../../utils/actions/refresh';
import { subscribe } from '../../utils/actions/subscribe';
import { listChecks } from '../../utils/db/checks';
import { getBody } from '../../utils/db/entry-lists';
import { getFeed, updateFeed } from '../../utils/db/feeds';
import { markRead, star } from '../../utils/db/mark';
import { historyOf } from '../../utils/schedule/history';
import { addFeed } from '../db/support';
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
  // another feed's address, in other letters
  const other = await addFeed('other', { sources: [newSource('https://other.example/feed', false)] });
  expect(await problemOf(addSource(world, { feedId, url: 'http://www.other.example/feed/' }))).toEqual({
    kind: 'already-subscribed',
    feedId: other,
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

test('each text says which of the addresses sent it, and when', async () => {
  const { world, feedId, feed } = await subscribed();
  const other = documentUrl('evening.xml');
  await addSource(world, { feedId, url: other });
  const morning = world.time;
  const senders = async () => {
    const bodies = await Promise.all(
      (await listAll()).map(async ({ id, key }) => [key, await getBody(id)] as const),
    );
    return Object.fromEntries(bodies.map(([key, body]) => [key, [body?.sentBy, body?.sentAt]]));
  };
  const first = await senders();
  expect(Object.values(first)).toEqual([
    [here, morning],
    [here, morning],
  ]);
  world.time += 2 * hour;
  await updateFeed(feedId, (row) => ({
    ...row,
    nextCheckAt: world.time,
    sources: row.sources.map((source, index) =>
      index === 0
        ? { ...source, history: { ...historyOf(source), failures: 3, askedAt: world.time } }
        : source,
    ),
  }));
  await poll(world);
  expect(await feed()).toMatchObject({ activeSource: 1, problem: null });
  // one as it was, one edited, one new
  const evening = [other, world.time];
  expect(await senders()).toEqual({ ...first, 'paper-two': evening, 'paper-three': evening });
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

test('a mirror with ids of its own takes over and gives back: no article twice, and what is read stays read', async () => {
  const { world, feedId, feed } = await subscribed();
  const other = documentUrl('morning-mirror.xml');
  await addSource(world, { feedId, url: other });
  const [first, second] = await listAll();
  await markRead([first?.id ?? 0], true, world.time);
  await star([second?.id ?? 0], true);
  const marks = async () => (await listAll()).map(({ id, read, starred }) => ({ id, read, starred }));
  const before = await marks();
  expect(before).toHaveLength(2);
  const failing = (failures: number) =>
    updateFeed(feedId, (row) => ({
      ...row,
      nextCheckAt: world.time,
      sources: row.sources.map((source, index) =>
        index === 0
          ? { ...source, history: { ...historyOf(source), failures, askedAt: world.time } }
          : source,
      ),
    }));
  for (const [failures, url, active] of [
    [3, other, 1],
    [0, here, 0],
    [3, other, 1],
  ] as const) {
    world.time += 2 * hour;
    await failing(failures);
    await poll(world);
    expect(world.asked.at(-1)).toBe(url);
    expect(await feed()).toMatchObject({ activeSource: active, problem: null });
    expect(await marks()).toEqual(before);
  }
});

test('a feed whose first site may not be asked goes on with the next, and goes back when it may', async () => {
  const { world, feedId, feed } = await subscribed();
  await addSource(world, { feedId, url: mirror });
  world.time += day;
  await poll(world);
  world.denied.add(here);
  await accessChanged(world);
  expect(await feed()).toMatchObject({ problem: null });
  world.time = (await feed()).nextCheckAt;
  await poll(world);
  expect(await feed()).toMatchObject({ activeSource: 1, problem: null, lastSuccessAt: world.time });
  expect(world.asked.at(-1)).toBe(mirror);

  world.denied.add(mirror);
  await accessChanged(world);
  expect((await feed()).problem).toMatchObject({ kind: 'permission-missing' });
  world.denied.delete(mirror);
  world.time += hour;
  await accessChanged(world);
  expect(await feed()).toMatchObject({ activeSource: 1, problem: null, lastSuccessAt: world.time });

  world.denied.delete(here);
  await accessChanged(world);
  world.time = (await feed()).nextCheckAt;
  await poll(world);
  expect(await feed()).toMatchObject({ activeSource: 0, problem: null, lastSuccessAt: world.time });
});
