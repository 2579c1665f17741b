import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../utils/feed/parse';
import type { ParsedEntry, ParsedFeed } from '../../utils/model/parsed';
import { randomFrom } from '../random';
import { mutate } from './mutate';

const FEEDS = new URL('../fixtures/feeds/', import.meta.url).pathname;
const MUTATIONS = 21_000;

/** Real feeds, the largest cut to what a mutation can reach in reasonable time. */
const sources = readdirSync(FEEDS).flatMap((site) =>
  readdirSync(join(FEEDS, site))
    .filter((name) => name.startsWith('source.'))
    .map((name) => ({
      site,
      bytes: new Uint8Array(readFileSync(join(FEEDS, site, name)).subarray(0, 8_000)),
    })),
);

const NUMBERS = new Set(['published', 'updated', 'ttlMinutes', 'updatePeriodMinutes']);
const SHARED = ['id', 'title', 'link', 'author', 'language'] as const;

/** What is wrong with the shape of a parsed feed. */
function flaws(feed: ParsedFeed): string[] {
  return [...flawsOf(feed, 'feed'), ...feed.entries.flatMap((entry, i) => flawsOf(entry, `entry ${i}`))];
}

function flawsOf(of: ParsedFeed | ParsedEntry, name: string): string[] {
  const wrong = Object.entries(of).filter(([key, value]) => {
    if (NUMBERS.has(key)) return value !== null && !Number.isFinite(value);
    if (typeof value === 'string') return value !== value.trim() && key !== 'encoding';
    return value === undefined || (value === null && key !== 'encoding');
  });
  const missing = SHARED.filter((key) => typeof of[key] !== 'string');
  return [...wrong.map(([key, value]) => `${name}.${key} is ${JSON.stringify(value)}`), ...missing];
}

describe('a feed that arrives broken', () => {
  it(`is read or refused in ${MUTATIONS} ways`, { timeout: 120_000 }, () => {
    const random = randomFrom(20261122);
    let read = 0;
    for (let i = 0; i < MUTATIONS; i++) {
      const source = sources[i % sources.length];
      if (!source) continue;
      const bytes = mutate(source.bytes, random);
      const feed = parseFeed(bytes, { url: 'https://feeds.example.com/f.xml' });
      if (feed === null) continue;
      read++;
      const found = flaws(feed);
      if (found.length > 0) expect(found, `mutation ${i} of ${source.site}`).toEqual([]);
    }
    expect(read).toBeGreaterThan(MUTATIONS / 2);
  });

  it('gives its complete entries wherever it is cut off', () => {
    for (const { site, bytes } of sources) {
      const whole = parseFeed(bytes, { url: 'https://feeds.example.com/' });
      if (whole === null || whole.format === 'json') continue;
      for (let cut = 1; cut < 40; cut++) {
        const part = parseFeed(bytes.subarray(0, Math.floor((bytes.length * cut) / 40)), {
          url: 'https://feeds.example.com/',
        });
        const count = part?.entries.length ?? 0;
        if (part) expect(part.truncated, `${site} at ${cut}/40`).toBe(true);
        expect(part?.entries ?? [], `${site} at ${cut}/40`).toEqual(whole.entries.slice(0, count));
      }
    }
  });
});
