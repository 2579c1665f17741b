import { expect, test } from 'vitest';
import { newSource } from '../../utils/actions/new-feed';
import { historyOf } from '../../utils/schedule/history';
import { isSourceHeld } from '../../utils/schedule/sources';
import { plainFeed } from './plain-feed';
import { Reader } from './reader';
import { politeStage } from './stage';

const hour = 3_600_000;
const day = 24 * hour;
const { world, server } = await politeStage(Date.UTC(2026, 10, 16, 6));

/** A site at two hosts, served by each in a mode of its own; an article comes every hour. */
function twoHosts(site: string, first: string, second = 'ok') {
  const port = new URL(server.origin).port;
  server.addSite(site, plainFeed(site, world.now(), hour));
  const [mode = '', query = ''] = first.split('?');
  const urls = [
    `http://first.example:${port}/${mode}/${site}?${query}`,
    `http://${site}.example:${port}/${second}/${site}`,
  ];
  const asked = (from: string) => server.log.of(`/${from}/${site}`);
  return { urls, origin: () => asked(mode), mirror: () => asked(second) };
}

async function live(reader: Reader, site: string, span: number): Promise<void> {
  const start = world.now();
  let published = start;
  await reader.liveUntil(start + span, (now) => {
    for (; published + hour <= now; published += hour) server.addEntry(site, { publishedAt: published });
  });
}

test('while a host wants to be left alone, the feed goes on at its mirror; then the first is asked again', async () => {
  const { urls, origin, mirror } = twoHosts('held', 'retry-after?after=21600');
  const reader = new Reader(world);
  const { id } = reader.add(urls[0] ?? '', { sources: urls.map((url) => newSource(url, false)) });
  const alone = reader.add(urls[0]?.replace('/held', '/held-too') ?? '');
  server.addSite('held-too', plainFeed('held-too', world.now(), hour));
  const start = world.now();
  await live(reader, 'held', 23 * hour);
  const gaps = origin().map(({ at }, index, all) => at - (all[index - 1]?.at ?? Number.NEGATIVE_INFINITY));
  expect(origin().length).toBeGreaterThanOrEqual(3);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(6 * hour);
  expect(mirror().length).toBeGreaterThanOrEqual(18);
  expect(mirror()[0]?.at).toBeLessThan(start + 10 * 60_000);
  const feed = reader.get(id);
  expect(feed).toMatchObject({ problem: null, heldUntil: 0, activeSource: 1 });
  expect(isSourceHeld(historyOf(feed.sources[0]), world.now())).toBe(true);
  // who has no other address waits for the host that told the other feed
  expect(reader.get(alone.id).heldUntil).toBeGreaterThan(world.now());
});

test('a host that is well again after its pause is asked first again', async () => {
  const { urls, origin, mirror } = twoHosts('back', 'recovers?n=2');
  const reader = new Reader(world);
  const { id } = reader.add(urls[0] ?? '', { sources: urls.map((url) => newSource(url, false)) });
  await live(reader, 'back', day);
  expect(
    origin()
      .map(({ status }) => status)
      .slice(0, 3),
  ).toEqual([503, 503, 200]);
  expect(mirror().length).toBeGreaterThanOrEqual(1);
  expect(mirror().length).toBeLessThanOrEqual(4);
  expect(origin().length).toBeGreaterThan(15);
  expect(reader.get(id)).toMatchObject({ problem: null, activeSource: 0, failures: 0 });
});

test('a host that has asked for patience gets whole answers out of it once a day', async () => {
  const port = new URL(server.origin).port;
  server.addSite('whole', plainFeed('whole', world.now(), hour));
  const reader = new Reader(world);
  const { id } = reader.add(`http://whole.example:${port}/no-validators/whole`);
  await live(reader, 'whole', day);
  expect(server.log.of('/no-validators/whole').length).toBeGreaterThanOrEqual(5);
  const told = reader.get(id);
  const tells = told.sources.map((source) => ({
    ...source,
    url: source.url.replace('no-validators', 'retry-after'),
  }));
  reader.feeds.set(id, { ...told, sources: tells, nextCheckAt: world.now() });
  await reader.liveUntil(world.now() + hour);
  expect(historyOf(reader.get(id).sources[0]).wantsDay).toBe(true);
  reader.feeds.set(id, {
    ...reader.get(id),
    sources: reader
      .get(id)
      .sources.map((source, index) => ({ ...source, url: told.sources[index]?.url ?? '' })),
  });
  const before = server.log.of('/no-validators/whole').length;
  await live(reader, 'whole', 4 * day);
  const asked = server.log.of('/no-validators/whole').length - before;
  expect(asked).toBeGreaterThanOrEqual(3);
  expect(asked).toBeLessThanOrEqual(5);
});
