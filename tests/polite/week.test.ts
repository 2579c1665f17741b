import { expect, test } from 'vitest';
import { modes } from '../server/feed-server';
import { plainFeed } from './plain-feed';
import { Reader } from './reader';
import { cardTable, scoreCard } from './score-card';
import { politeStage } from './stage';

const hour = 3_600_000;
const day = 24 * hour;
const begin = Date.UTC(2026, 10, 16, 6);

const { world, server } = await politeStage(begin);

/**
 * A reader that gave up an answer has closed its connection before the server hears of it, and this week has no seconds
 * between its days: without waiting, the next request could be counted beside one that is over.
 */
async function untilNoticed(host: string, underWay: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (server.log.openAt(host) > underWay && Date.now() < deadline) {
    await new Promise((done) => setTimeout(done, 1));
  }
}

/** What makes a mode short enough to be asked all week; the rest of the names take their defaults. */
const queries: Record<string, string> = {
  'slow-head': 'ms=5',
  delay: 'ms=5',
  'slow-body': 'bytes=4096&ms=1',
  stall: 'ms=20',
  'gzip-bomb': 'mb=12',
  'br-bomb': 'mb=12',
  'redirect-to': 'url=file:///etc/passwd',
  'max-age': 's=14400',
  chain: 'k=5',
  'retry-after': 'after=9000',
};

/** One address of each mode first, then more of what the web is mostly made of. */
function addresses(count: number): { site: string; mode: string; query: string; host: string }[] {
  const names = Object.keys(modes);
  const common = [
    'ok',
    'ok',
    'etag',
    'last-modified',
    'no-validators',
    'max-age',
    'gzip',
    'redirect',
    'noise',
  ];
  const gone = ['code=410', 'code=404', 'code=503', 'code=403'];
  return Array.from({ length: count }, (_, index) => {
    const mode = names[index] ?? common[index % common.length] ?? 'ok';
    const query = queries[mode] ?? (mode === 'status' ? (gone[index % 4] ?? '') : '');
    return { site: `site-${index}`, mode, query, host: `host-${index % 61}.example` };
  });
}

test('a week of 200 feeds leaves no server with a complaint', { timeout: 300_000 }, async () => {
  const reader = new Reader(world, untilNoticed);
  const port = new URL(server.origin).port;
  const feeds = addresses(196);
  for (const [index, code] of ['410', '404', '403', '503'].entries()) {
    feeds.push({
      site: `site-${196 + index}`,
      mode: 'status',
      query: `code=${code}`,
      host: `dead-${index}.example`,
    });
  }
  const gaps = feeds.map((_, index) => [2, 5, 12, 30, 100, 400][index % 6] ?? 12);
  for (const [index, { site, mode, query, host }] of feeds.entries()) {
    server.addSite(site, plainFeed(site, begin, (gaps[index] ?? 12) * hour));
    const url = `http://${host}:${port}/${mode}/${site}${query && `?${query}`}`;
    reader.add(url, { nextCheckAt: begin + index * 2000 });
  }
  let published = begin;
  const publish = (now: number) => {
    for (; published + hour <= now; published += hour) {
      const hours = (published - begin) / hour;
      for (const [index, { site }] of feeds.entries()) {
        if ((hours + index) % (gaps[index] ?? 12) === 0) server.addEntry(site, { publishedAt: published });
      }
    }
  };
  await reader.liveUntil(begin + 7 * day, publish);

  const card = scoreCard(server.log.exchanges);
  console.log(
    `A week of ${feeds.length} feeds on ${new Set(feeds.map(({ host }) => host)).size} hosts\n${cardTable(card)}`,
  );
  for (const [name, examples] of Object.entries(card.complaints)) {
    expect(examples.slice(0, 5), name).toEqual([]);
  }
  expect(card.checks).toBeGreaterThan(feeds.length * 7);
  expect(card.notModified).toBeGreaterThan(card.checks / 3);
  const well = [...reader.feeds.values()].filter(({ problem }) => problem === null);
  expect(well.length).toBeGreaterThan(150);
});

test('a reader without manners is complained of', async () => {
  const start = server.log.exchanges.length;
  const port = new URL(server.origin).port;
  for (const site of ['rude', 'rude-gone', 'rude-loop']) server.addSite(site, plainFeed(site, begin, hour));
  const rude = async (mode: string, headers: Record<string, string> = {}, query = '') =>
    (await fetch(`http://rude.example:${port}/${mode}/rude${query}`, { headers })).arrayBuffer();
  await rude('max-age');
  world.time += hour / 2;
  await rude('max-age', { 'If-None-Match': '"made-up"', Cookie: 'a=1', Referer: 'http://rude.example/' });
  await rude('max-age');
  world.time += 2 * hour;
  await Promise.all([rude('slow-head', {}, '?ms=200'), rude('retry-after')]);
  world.time += hour / 2;
  await rude('retry-after');
  for (const wait of [0, 25 * hour, 2 * hour]) {
    world.time += wait;
    await rude('status', {}, '-gone?code=410');
  }
  world.time += 1000;
  await rude('loop', {}, '-loop').catch(() => undefined);
  const { complaints } = scoreCard(server.log.exchanges.slice(start));
  expect(Object.entries(complaints).flatMap(([name, { length }]) => (length > 0 ? [name] : []))).toEqual([
    'unconditional though validators were given',
    'validators not byte for byte',
    'cookies',
    'referrer or origin',
    'gap under 60 minutes',
    'Retry-After broken',
    'max-age broken',
    'asked after 410',
    'more than one connection to a host',
    'less than 2 s between two of one host',
  ]);
});
