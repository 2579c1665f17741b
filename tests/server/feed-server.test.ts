import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FeedServer, modes, startFeedServer } from './feed-server';
import { siteNames } from './sites';

let server: FeedServer;

beforeAll(async () => {
  server = await startFeedServer();
  server.addSite(
    'made',
    '<rss version="2.0"><channel><title>Made</title><item><guid>1</guid></item></channel></rss>',
  );
});

afterAll(() => server.close());

describe('the feed server', () => {
  test('answers a request that holds its validators with 304', async () => {
    const first = await fetch(server.feedUrl('made'));
    const etag = first.headers.get('etag') ?? '';
    await first.text();
    const second = await fetch(server.feedUrl('made'), { headers: { 'If-None-Match': etag } });
    const third = await fetch(server.feedUrl('made'), {
      headers: { 'If-Modified-Since': first.headers.get('last-modified') ?? '' },
    });
    const stranger = await fetch(server.feedUrl('made'), { headers: { 'If-None-Match': '"other"' } });
    expect([first.status, second.status, third.status, stranger.status]).toEqual([200, 304, 304, 200]);
  });

  test('has new validators after an edit', async () => {
    const etag = (await fetch(server.feedUrl('made'))).headers.get('etag') ?? '';
    const added = server.addEntry('made', { title: 'Fresh & new' });
    const answer = await fetch(server.feedUrl('made'), { headers: { 'If-None-Match': etag } });
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('Fresh &amp; new');
    expect(text.indexOf(added.id)).toBeLessThan(text.indexOf('<guid>1</guid>'));
  });

  test('logs what was asked, with headers, status and connection', async () => {
    server.log.clear();
    await (
      await fetch(server.feedUrl('made', 'status', 'code=410'), { headers: { 'X-Seen': 'yes' } })
    ).text();
    await expect.poll(() => server.log.of('/status/made')[0]?.status).toBe(410);
    expect(server.log.of('/status/made')[0]?.headers['x-seen']).toBe('yes');
  });

  test('cuts bodies short where it says so', async () => {
    await expect(fetch(server.feedUrl('made', 'short')).then((answer) => answer.text())).rejects.toThrow();
    await expect(fetch(server.feedUrl('made', 'reset'))).rejects.toThrow();
  });

  test.each(['ok', 'etag', 'charset', 'gzip', 'br', 'guid-change', 'no-dates', 'vanish'])(
    'mode %s gives a feed',
    async (mode) => {
      const answer = await fetch(server.feedUrl('made', mode));
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('<channel>');
    },
  );

  test('every mode says what it does and what a good client does about it', () => {
    for (const [name, mode] of Object.entries(modes)) {
      expect(mode.does.length, name).toBeGreaterThan(8);
      expect(mode.goodClient.length, name).toBeGreaterThan(5);
    }
  });

  test('serves every fixture site', async () => {
    for (const site of siteNames()) {
      const answer = await fetch(server.feedUrl(site));
      expect(answer.status, site).toBe(200);
      await answer.arrayBuffer();
    }
  });
});
