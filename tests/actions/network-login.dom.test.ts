import { afterEach, expect, test } from 'vitest';
import { newFeed, newSource } from '../../utils/actions/new-feed';
import { poll } from '../../utils/actions/poll';
import { addFeeds, listFeeds } from '../../utils/db/feeds';
import { TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

const minute = 60_000;
const day = 1440 * minute;
const login = '<!DOCTYPE html><html><head><title>Log in to this network</title></head><body></body></html>';
const ownFetch = globalThis.fetch;

afterEach(() => {
  globalThis.fetch = ownFetch;
});

/** As a network does that lets nobody through; `final` is where its page stands. */
function answerAll(world: TestWorld, final: (url: string) => string | null): Map<string, number[]> {
  const asked = new Map<string, number[]>();
  globalThis.fetch = async (input) => {
    const url = String(input);
    asked.set(url, [...(asked.get(url) ?? []), world.time]);
    const value = final(url);
    if (value === null) throw new TypeError('Failed to fetch');
    const answer = new Response(login, { headers: { 'Content-Type': 'text/html' } });
    return Object.defineProperty(answer, 'url', { value });
  };
  return asked;
}

/** Lets so much time go by, with four feeds of four hosts that were well before; the minutes between two requests of each. */
async function gapsWhile(ms: number, final: (url: string) => string | null): Promise<number[][]> {
  const world = new TestWorld();
  const until = world.time + ms;
  await addFeeds(
    ['a', 'b', 'c', 'd'].map((name) => ({
      ...newFeed({
        sources: [newSource(`http://${name}.example/feed`, false)],
        addedAt: world.time,
        nextCheckAt: world.time,
      }),
      lastSuccessAt: world.time - day,
    })),
  );
  const asked = answerAll(world, final);
  while (world.time < until) {
    await poll(world);
    world.time = Math.max(world.time + minute / 2, world.wake?.at ?? 0);
  }
  return Array.from(asked.values(), (times) =>
    times.slice(1).map((at, index) => Math.round((at - (times[index] ?? 0)) / minute)),
  );
}

test('without a network each feed is tried again ever later, up to an hour', async () => {
  const gaps = await gapsWhile(day / 4, () => null);
  expect(gaps).toHaveLength(4);
  for (const each of gaps) expect(each.slice(0, 6)).toEqual([5, 10, 20, 40, 60, 60]);
  for (const { problem, failures } of await listFeeds())
    expect([problem, failures]).toEqual([{ kind: 'offline' }, 0]);
});

test('a network’s login that leads elsewhere is tried as seldom', async () => {
  const gaps = await gapsWhile(day / 4, () => 'http://portal.example/login');
  expect(gaps).toHaveLength(4);
  for (const each of gaps) expect(each.slice(0, 6)).toEqual([5, 10, 20, 40, 60, 60]);
});

test('a page at the feeds’ own addresses is asked for once an hour at most, and once a day when it stays', async () => {
  const gaps = await gapsWhile(3 * day, (url) => url);
  expect(gaps).toHaveLength(4);
  for (const each of gaps) {
    expect(Math.min(...each)).toBe(60);
    expect(each.length).toBeLessThan(32);
    expect(Math.max(...each)).toBeGreaterThan(600);
  }
  expect((await listFeeds()).map(({ problem }) => problem?.kind)).toEqual(Array(4).fill('not-a-feed'));
});
