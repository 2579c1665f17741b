import { describe, expect, test } from 'vitest';
import { assumeOffline } from '../../utils/actions/assume-offline';
import { backOnline } from '../../utils/actions/back-online';
import { browserStarted } from '../../utils/actions/browser-started';
import { holdHost } from '../../utils/actions/hold-host';
import { newFeed, newSource } from '../../utils/actions/new-feed';
import { poll } from '../../utils/actions/poll';
import { refreshFeed } from '../../utils/actions/refresh';
import { refreshFeeds } from '../../utils/actions/refresh-feeds';
import { subscribe } from '../../utils/actions/subscribe';
import { addFeeds, getFeed, listFeeds, updateFeed } from '../../utils/db/feeds';
import type { Feed } from '../../utils/model/feed';
import { historyOf } from '../../utils/schedule/history';
import { documentUrl, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

async function subscribed() {
  const world = new TestWorld();
  const { feedId } = await subscribe(world, { url: documentUrl('morning.xml') });
  world.asked = [];
  return { world, feedId };
}

/** Feeds of one document under many addresses, all with these times. */
async function many(world: TestWorld, count: number, times: Partial<Feed> = {}) {
  const sources = (index: number) => [newSource(`${documentUrl('morning.xml')}?${index}`, true)];
  await addFeeds(
    Array.from({ length: count }, (_, index) => ({
      ...newFeed({ sources: sources(index), addedAt: world.time, nextCheckAt: world.time }),
      ...times,
      lastSuccessAt: world.time - day + index * minute,
    })),
  );
}

test('the first refresh after subscribing asks, those within five minutes do not', async () => {
  const { world, feedId } = await subscribed();
  const counted = { checked: 1, newEntries: 0, failed: 0 };
  expect(await refreshFeeds(world, { feedIds: [feedId] })).toEqual(counted);
  expect(world.asked).toHaveLength(1);
  expect((await getFeed(feedId))?.lastCheck?.conditional).toBe(true);
  world.time += 4 * minute;
  expect(await refreshFeeds(world, {})).toEqual(counted);
  expect(world.asked).toHaveLength(1);
  world.time += 2 * minute;
  expect(await refreshFeeds(world, {})).toEqual(counted);
  expect(world.asked).toHaveLength(2);
});

test('a night that was missed is one check for each feed, spread over ten minutes', async () => {
  const world = new TestWorld();
  await many(world, 60, { nextCheckAt: world.time - 9 * hour });
  expect(await poll(world)).toMatchObject({ checked: 1 });
  const turns = (await listFeeds()).map(({ nextCheckAt }) => nextCheckAt - world.time);
  expect(turns.filter((turn) => turn < 10 * minute)).toHaveLength(59);
  expect(new Set(turns).size).toBe(60);
  expect(world.wake?.at).toBe(world.time + 10_000);
  const start = world.time;
  for (let tick = 0; tick < 21; tick++) {
    world.time += minute / 2;
    await poll(world);
  }
  expect(world.asked).toHaveLength(60);
  expect(new Set(world.asked).size).toBe(60);
  expect(world.asked[0]).toBe(`${documentUrl('morning.xml')}?0`);
  expect(world.time - start).toBeGreaterThan(10 * minute);
});

test('the first half minute of a browser is quiet', async () => {
  const { world, feedId } = await subscribed();
  await updateFeed(feedId, (feed) => ({ ...feed, nextCheckAt: world.time }));
  await browserStarted(world);
  expect(await poll(world)).toMatchObject({ checked: 0 });
  expect(world.wake?.at).toBe(world.time + 30_000);
  world.time += 30_000;
  expect(await poll(world)).toMatchObject({ checked: 1 });
});

test('a kill in mid-request leaves the server in peace for an hour', async () => {
  const { world, feedId } = await subscribed();
  await updateFeed(feedId, (feed) => ({ ...feed, nextCheckAt: world.time }));
  let killed: Feed | undefined;
  world.hasAccess = async () => {
    killed = await getFeed(feedId);
    return false;
  };
  await poll(world);
  expect(killed).toMatchObject({ nextCheckAt: world.time + hour, nextCheckReason: 'asked' });
  await updateFeed(feedId, () => killed as Feed);
  world.time += 59 * minute;
  expect(await poll(world)).toMatchObject({ checked: 0 });
  world.time += minute;
  expect(await poll(world)).toMatchObject({ checked: 1 });
});

test('a clock that was set back stops nothing and starts no burst', async () => {
  const world = new TestWorld();
  const times = { lastAttemptAt: world.time, nextCheckAt: world.time + hour, leaseUntil: world.time };
  await many(world, 20, { ...times, heldUntil: world.time + hour });
  world.time -= 400 * day;
  expect(await poll(world)).toMatchObject({ checked: 0 });
  const feeds = await listFeeds();
  expect(Math.min(...feeds.map(({ nextCheckAt }) => nextCheckAt))).toBe(world.time + hour);
  expect(Math.max(...feeds.map(({ nextCheckAt }) => nextCheckAt))).toBeLessThan(world.time + 71 * minute);
  expect(feeds.every(({ nextCheckReason }) => nextCheckReason === 'clock')).toBe(true);
  world.time += hour;
  expect(await poll(world)).toMatchObject({ checked: 1 });
});

describe('Retry-After', () => {
  async function told(urls: string[]) {
    const world = new TestWorld();
    const ids = await addFeeds(
      urls.map((url) =>
        newFeed({ sources: [newSource(url, false)], addedAt: world.time, nextCheckAt: world.time }),
      ),
    );
    const heldUntil = world.time + 3 * hour;
    await updateFeed(ids[0] ?? 0, (feed) => ({
      ...feed,
      heldUntil,
      sources: feed.sources.map((source) => ({ ...source, history: { ...historyOf(source), heldUntil } })),
    }));
    await holdHost(ids[0] ?? 0, world.time);
    const held = (await listFeeds()).map(({ heldUntil }) => (heldUntil ?? 0) > world.time);
    return { world, ids, held };
  }

  test('of one feed holds for all of its host', async () => {
    const urls = [
      'https://a.example/1',
      'https://a.example/2',
      'https://b.a.example/3',
      'http://a.example/4',
    ];
    const { world, ids, held } = await told(urls);
    expect(held).toEqual([true, true, false, true]);
    expect(await refreshFeeds(world, { feedIds: ids.slice(0, 2) })).toEqual({
      checked: 2,
      newEntries: 0,
      failed: 2,
    });
    await refreshFeed(world, ids[1] ?? 0);
    expect(world.asked).toEqual([]);
    const [, second, , fourth] = await listFeeds();
    expect(second?.nextCheckAt).toBeGreaterThan(world.time + 3 * hour);
    expect(fourth?.nextCheckAt).toBeGreaterThan(second?.nextCheckAt ?? 0);
  });

  test.each([429, 503, 404])('%i of one feed, with or without a time', async (status) => {
    const world = new TestWorld();
    const urls = ['https://a.example/1', 'https://a.example/2', 'https://b.example/3'];
    const row = (url: string) =>
      newFeed({ sources: [newSource(url, false)], addedAt: world.time, nextCheckAt: world.time });
    const holds = async (headers: Record<string, string>) => {
      const [told = 0, ...others] = await addFeeds(urls.map(row));
      const ownFetch = globalThis.fetch;
      // Public names do not resolve here: the answer of the network is played, everything behind it is real.
      globalThis.fetch = async (input) =>
        Object.defineProperty(new Response('', { status, headers }), 'url', { value: String(input) });
      await refreshFeed(world, told).finally(() => {
        globalThis.fetch = ownFetch;
      });
      const rows = await Promise.all([told, ...others].map(getFeed));
      return rows.map((feed) => Math.round(((feed?.heldUntil ?? 0) - world.time) / hour));
    };
    const none = Math.round(-world.time / hour);
    expect(await holds({ 'Retry-After': '7200' })).toEqual([2, 2, none]);
    expect(await holds({})).toEqual(status === 404 ? [none, none, none] : [1, 1, none]);
  });

  test.each(['127.0.0.1:81', '192.168.1.9', 'nas.local', 'localhost', '198.51.100.7', '[2001:db8::1]'])(
    'on %s holds for one address',
    async (host) => {
      expect((await told([`http://${host}/1`, `http://${host}/2`])).held).toEqual([true, false]);
    },
  );
});

test('three hosts that fall silent together are our own network', async () => {
  const world = new TestWorld();
  const ports = [9, 17, 19, 21, 23];
  await addFeeds(
    ports.map((port) => ({
      ...newFeed({
        sources: [newSource(`http://127.0.0.1:${port}/`, true)],
        addedAt: world.time,
        nextCheckAt: world.time,
      }),
      lastSuccessAt: world.time - day,
    })),
  );
  await poll(world);
  const feeds = await listFeeds();
  const offline = feeds.filter(({ problem }) => problem?.kind === 'offline');
  expect(offline.length).toBeGreaterThanOrEqual(3);
  for (const feed of offline) {
    expect(feed).toMatchObject({ failures: 0, failingSince: null, nextCheckReason: 'offline' });
    expect(feed.nextCheckAt).toBe(world.time + 5 * minute);
    expect(feed.sources[0]?.history?.failures).toBe(0);
  }
  await assumeOffline(world, { failed: [offline[0]?.id ?? 0], waiting: [] });
  expect((await getFeed(offline[0]?.id ?? 0))?.nextCheckAt).toBe(world.time + 10 * minute);
});

test('a login page in place of several feeds is the network’s, for a day; then it is theirs', async () => {
  const world = new TestWorld();
  const rows = ['a', 'b', 'c', 'd'].map((name) => ({
    ...newFeed({
      sources: [newSource(`http://${name}.example/feed`, false)],
      addedAt: world.time,
      nextCheckAt: world.time,
    }),
    lastSuccessAt: world.time - day,
  }));
  await addFeeds(rows);
  const ownFetch = globalThis.fetch;
  const login = '<!DOCTYPE html><html><head><title>Log in to this network</title></head><body></body></html>';
  globalThis.fetch = async (input) =>
    Object.defineProperty(new Response(login, { headers: { 'Content-Type': 'text/html' } }), 'url', {
      value: String(input),
    });
  const polled = async () => {
    await poll(world);
    return (await listFeeds()).map(({ problem, failures }) => `${problem?.kind} ${failures}`);
  };
  try {
    expect(await polled()).toEqual(['offline 0', 'offline 0', 'offline 0', 'offline 0']);
    for (const { id } of await listFeeds()) {
      await updateFeed(id, (feed) => ({ ...feed, offlineRounds: 24, nextCheckAt: world.time }));
    }
    expect(await polled()).toEqual(['not-a-feed 1', 'not-a-feed 1', 'not-a-feed 1', 'not-a-feed 1']);
  } finally {
    globalThis.fetch = ownFetch;
  }
});

test('an interval of the reader is kept where 304 comes', async () => {
  const { world, feedId } = await subscribed();
  await updateFeed(feedId, (feed) => ({ ...feed, checkEvery: 15 }));
  world.time += day;
  await refreshFeed(world, feedId);
  const feed = await getFeed(feedId);
  const answers304 = feed?.sources[0]?.history?.answers304;
  expect((feed?.nextCheckAt ?? 0) - world.time).toBe(answers304 ? 15 * minute : hour);
});

test('a connection that is back lets feeds that were put off have their turns from ten seconds on, one after the other', async () => {
  const world = new TestWorld();
  await many(world, 20, { nextCheckAt: world.time + hour, nextCheckReason: 'offline', failures: 0 });
  const [own] = await addFeeds([
    newFeed({
      sources: [newSource('https://patient.example/', false)],
      addedAt: world.time,
      nextCheckAt: world.time + 5 * hour,
    }),
  ]);
  const heldUntil = world.time + 2 * hour;
  const [held] = await addFeeds([
    {
      ...newFeed({
        sources: [newSource('https://asks-patience.example/', false)],
        addedAt: world.time,
        nextCheckAt: heldUntil,
      }),
      nextCheckReason: 'offline',
      heldUntil,
    },
  ]);
  await backOnline(world);
  expect((await getFeed(held ?? 0))?.nextCheckAt).toBe(heldUntil);
  const turns = (await listFeeds())
    .filter(({ id }) => id !== own && id !== held)
    .map(({ nextCheckAt }) => nextCheckAt - world.time)
    .sort((a, b) => a - b);
  expect(turns[0]).toBe(10_000);
  expect(new Set(turns).size).toBe(20);
  expect(turns.at(-1)).toBeLessThan(minute);
  expect((await getFeed(own ?? 0))?.nextCheckAt).toBe(world.time + 5 * hour);
  expect(world.asked).toEqual([]);
  expect(world.wake?.at).toBe(world.time + 10_000);
});
