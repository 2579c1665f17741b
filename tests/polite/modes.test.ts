import { beforeAll, describe, expect, test } from 'vitest';
import type { Feed, NextCheckReason } from '../../utils/model/feed';
import type { ProblemKind } from '../../utils/model/problem';
import { modes } from '../server/feed-server';
import { plainFeed } from './plain-feed';
import { Reader } from './reader';
import { politeStage } from './stage';

const hour = 3_600_000;
const day = 24 * hour;
const begin = Date.UTC(2026, 10, 16, 6);
const { world, server } = await politeStage(begin);

/** What a good client knows and does after two days with a server of that kind; articles come hourly. */
interface Good {
  query?: string;
  problem?: ProblemKind;
  /** It holds validators at the end. */
  holds?: boolean;
  /** Checks in two days, at most. */
  checks: number;
  reason: NextCheckReason;
}

const hourly: Good = { holds: true, checks: 48, reason: 'pace' };
const rarely: Good = { checks: 13, reason: 'whole-answers' };
const backsOff = (problem: ProblemKind, query = ''): Good => ({
  query,
  problem,
  checks: 6,
  reason: 'failed',
});

const table: Record<string, Good> = {
  ok: hourly,
  etag: hourly,
  'last-modified': hourly,
  'odd-validators': hourly,
  'no-validators': rarely,
  'max-age': { query: 's=14400', holds: true, checks: 12, reason: 'server' },
  charset: hourly,
  'wrong-type': hourly,
  gzip: hourly,
  br: hourly,
  status: backsOff('http-status', 'code=500'),
  'retry-after': { query: 'after=86400', problem: 'http-status', checks: 2, reason: 'retry-after' },
  recovers: hourly,
  redirect: hourly,
  chain: hourly,
  loop: backsOff('unreachable'),
  'loop-2': backsOff('unreachable'),
  'no-location': backsOff('http-status'),
  'redirect-to': backsOff('unreachable', 'url=file:///etc/passwd'),
  '301-once': hourly,
  '301-portal': backsOff('not-a-feed'),
  '301-dup': hourly,
  'tmp-perm': hourly,
  portal: backsOff('not-a-feed'),
  html: backsOff('not-a-feed'),
  'page-two': backsOff('not-a-feed'),
  'not-modified-always': hourly,
  skew: hourly,
  'slow-head': { ...hourly, query: 'ms=5' },
  delay: { ...hourly, query: 'ms=5' },
  'slow-body': { ...rarely, query: 'bytes=4096&ms=1' },
  stall: backsOff('unreachable', 'ms=20'),
  short: backsOff('unreachable'),
  cut: rarely,
  reset: backsOff('unreachable'),
  'gzip-cut': rarely,
  'gzip-lie': backsOff('unreachable'),
  'gzip-bomb': backsOff('too-big', 'mb=12'),
  'br-bomb': backsOff('too-big', 'mb=12'),
  big: backsOff('too-big'),
  'big-declared': backsOff('too-big'),
  endless: backsOff('too-big'),
  'endless-items': backsOff('too-big'),
  'guid-change': hourly,
  'guid-same': hourly,
  'guid-none': hourly,
  'guid-nolink': hourly,
  'guid-case': hourly,
  'no-dates': { ...hourly, checks: 48 },
  'bad-dates': hourly,
  'future-dates': hourly,
  'epoch-dates': { holds: true, checks: 5, reason: 'pace' },
  redate: hourly,
  edited: hourly,
  noise: hourly,
  delta: hourly,
  vanish: hourly,
  archive: hourly,
  scheme: hourly,
  'empty-feed': hourly,
  empty: backsOff('not-a-feed'),
  // Without dates: two days of silence.
  xxe: { ...rarely, reason: 'pace' },
  laughs: { ...rarely, reason: 'pace' },
  deep: { ...rarely, reason: 'pace' },
};

test('the table knows every kind of server', () => {
  expect(Object.keys(modes).filter((mode) => !(mode in table))).toEqual([]);
});

/** Two days with one feed of each of these modes. */
async function live(names: string[]): Promise<Map<string, Feed>> {
  const reader = new Reader(world);
  const port = new URL(server.origin).port;
  const start = world.now();
  const ids = names.map((mode) => {
    server.addSite(`two-days-${mode}`, plainFeed(mode, start, hour));
    const query = table[mode]?.query;
    const url = `http://${mode}.example:${port}/${mode}/two-days-${mode}${query ? `?${query}` : ''}`;
    return reader.add(url).id;
  });
  await reader.liveUntil(start + 2 * day);
  return new Map(names.map((mode, index) => [mode, reader.get(ids[index] ?? 0)]));
}

describe('two days with each kind of server', () => {
  let feeds: Map<string, Feed>;
  beforeAll(async () => {
    feeds = await live(Object.keys(table));
  });
  test.each(Object.entries(table))('%s', (mode, { problem, holds = false, checks, reason }) => {
    const feed = feeds.get(mode);
    const source = feed?.sources[0];
    expect(feed?.problem?.kind ?? null, modes[mode]?.goodClient).toBe(problem ?? null);
    expect(source?.validators !== null).toBe(holds);
    expect(feed?.nextCheckReason).toBe(reason);
    expect(new URL(source?.url ?? '').pathname).toBe(`/${mode}/two-days-${mode}`);
    const asked = new Set(server.log.of(`/${mode}/two-days-${mode}`).map(({ at }) => Math.floor(at / hour)));
    expect(asked.size).toBeLessThanOrEqual(checks);
    expect(asked.size).toBeGreaterThanOrEqual(Math.floor(checks / 2));
  });
});

describe('over a longer time', () => {
  async function alone(mode: string, query: string, days: number, host = `${mode}-long`) {
    const reader = new Reader(world);
    const site = `long-${host}`;
    server.addSite(site, plainFeed(site, world.now(), hour));
    const path = `/${mode}/${site}`;
    const feed = reader.add(`http://${host}.example:${new URL(server.origin).port}${path}${query}`);
    await reader.liveUntil(world.now() + days * day);
    return { feed: reader.get(feed.id), log: server.log.of(path), reader };
  }

  test('an address that says 410 twice is left alone, until the reader asks', async () => {
    const { feed, log } = await alone('status', '?code=410', 20);
    expect(log).toHaveLength(2);
    expect((log[1]?.at ?? 0) - (log[0]?.at ?? 0)).toBeGreaterThanOrEqual(day);
    expect(feed).toMatchObject({ nextCheckReason: 'stopped', problem: { kind: 'gone' } });
    expect(feed.stoppedAt).toBe(log[1]?.at);
  });

  test('a server stuck at 304 is asked for the whole document once in eight days', async () => {
    const { log } = await alone('not-modified-always', '', 20);
    const whole = log.filter(({ headers }) => headers['if-none-match'] === undefined).map(({ at }) => at);
    expect(whole).toHaveLength(3);
    expect((whole[1] ?? 0) - (whole[0] ?? 0)).toBeGreaterThanOrEqual(8 * day);
    expect((whole[2] ?? 0) - (whole[1] ?? 0)).toBeGreaterThanOrEqual(8 * day);
    expect(log.length).toBeGreaterThan(300);
  });

  test('a feed that falls silent is asked less and less', async () => {
    const { log } = await alone('ok', '', 30);
    const days = Array.from({ length: 30 }, (_, index) => {
      const from = (log[0]?.at ?? 0) + index * day;
      return log.filter(({ at }) => at >= from && at < from + day).length;
    });
    expect(days[0]).toBeGreaterThan(20);
    expect(days.at(-2)).toBeLessThan(9);
  });

  test('after a month of failures an address is asked once a day, and keeps its place', async () => {
    const { feed, log } = await alone('status', '?code=500', 40, 'failing');
    const last = log.filter(({ at }) => at > world.now() - 10 * day);
    expect(last.length).toBeLessThanOrEqual(10);
    expect(last.length).toBeGreaterThanOrEqual(7);
    expect(feed.failures).toBe(log.length);
    expect(world.now() - (feed.failingSince ?? 0)).toBeGreaterThan(39 * day);
  });

  test('one success clears all failures', async () => {
    const { feed, log } = await alone('recovers', '?n=5', 3);
    expect(log.map(({ status }) => status).slice(0, 6)).toEqual([503, 503, 503, 503, 503, 200]);
    expect(feed).toMatchObject({ failures: 0, failingSince: null, problem: null });
  });
});
