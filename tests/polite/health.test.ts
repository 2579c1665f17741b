import { expect, test } from 'vitest';
import { newSource } from '../../utils/actions/new-feed';
import { feedHealth } from '../../utils/schedule/health';
import { usualSilenceMs } from '../../utils/schedule/sources';
import { plainFeed } from './plain-feed';
import { Reader } from './reader';
import { politeStage } from './stage';

const hour = 3_600_000;
const day = 24 * hour;
const { world, server } = await politeStage(Date.UTC(2026, 9, 1, 6));

const addressOf = (site: string, mode = 'ok') =>
  `http://${site}.example:${new URL(server.origin).port}/${mode}/${site}`;

/** Lives on, and gives the time at which the feed's health was first told to be other than well. */
async function toldAt(reader: Reader, id: number, span: number, publish: (now: number) => void) {
  let told: { at: number; kind: string } | null = null;
  await reader.liveUntil(world.now() + span, (now) => {
    publish(now);
    const { kind } = feedHealth(reader.get(id), now);
    if (!told && kind !== 'well') told = { at: now, kind };
  });
  return told as { at: number; kind: string } | null;
}

test('eleven months of 200 and nothing new are told after the first check', async () => {
  server.addSite('asleep', plainFeed('asleep', world.now() - 330 * day, day));
  const reader = new Reader(world);
  const { id } = reader.add(addressOf('asleep'));
  const start = world.now();
  const told = await toldAt(reader, id, 2 * day, () => undefined);
  expect(told).toMatchObject({ kind: 'silent' });
  expect((told?.at ?? 0) - start).toBeLessThan(day);
  expect(reader.get(id)).toMatchObject({ problem: null });
});

test('a mirror that goes on with 200 and brings nothing is told within a day of what its own pace makes evident', async () => {
  server.addSite('stops', plainFeed('stops', world.now(), day));
  const reader = new Reader(world);
  const { id } = reader.add(addressOf('stops'));
  const start = world.now();
  const stop = start + 10 * day;
  let published = start;
  const publish = (now: number) => {
    for (; published + day <= Math.min(now, stop); published += day)
      server.addEntry('stops', { publishedAt: published + day });
  };
  const told = await toldAt(reader, id, 25 * day, publish);
  const feed = reader.get(id);
  const newest = feed.sources[0]?.history?.newestAt ?? 0;
  expect(stop - newest).toBeLessThan(1000);
  const evident = newest + usualSilenceMs(feed, newest);
  expect(told).toMatchObject({ kind: 'silent' });
  expect(told?.at).toBeGreaterThan(evident - hour);
  expect(told?.at).toBeLessThan(evident + day);
});

test('a mirror that falls behind its origin is told within a day of the evidence, and the origin asked in its place', async () => {
  for (const site of ['copy', 'source']) server.addSite(site, plainFeed('twins', world.now(), 12 * hour));
  const reader = new Reader(world);
  const sources = [newSource(addressOf('copy'), false), newSource(addressOf('source'), false)];
  const { id } = reader.add(addressOf('copy'), { sources });
  const start = world.now();
  const stop = start + 4 * day;
  let published = start;
  const publish = (now: number) => {
    for (; published + 12 * hour <= now; published += 12 * hour) {
      server.addEntry('source', { publishedAt: published });
      if (published < stop) server.addEntry('copy', { publishedAt: published });
    }
  };
  const told = await toldAt(reader, id, 14 * day, publish);
  // eight gaps after its last article, half a day before it stopped
  expect(told?.at).toBeLessThan(stop - 12 * hour + 8 * 12 * hour + day);
  const feed = reader.get(id);
  expect(feedHealth(feed, world.now())).toMatchObject({ kind: 'mirror-behind', url: addressOf('copy') });
  expect(feed.activeSource).toBe(1);
  expect(world.now() - (feed.sources[1]?.history?.newestAt ?? 0)).toBeLessThan(2 * day);
});

test('a host that never answers is unreachable at first, and after days a name that was given up', async () => {
  server.addSite('lost', plainFeed('lost', world.now(), hour));
  const reader = new Reader(world);
  const { id } = reader.add(addressOf('lost', 'reset'));
  await reader.liveUntil(world.now() + 2 * day);
  expect(reader.get(id).problem).toMatchObject({ kind: 'unreachable' });
  await reader.liveUntil(world.now() + 5 * day);
  const { problem, failures } = reader.get(id);
  expect(problem).toMatchObject({ kind: 'host-silent', host: 'lost.example', checks: failures });
  expect(server.log.of('/reset/lost').length).toBeLessThanOrEqual(14);
});
