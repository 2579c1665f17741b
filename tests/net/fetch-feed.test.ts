import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Validators } from '../../utils/model/feed';
import { fetchFeed } from '../../utils/net/fetch-feed';
import { letGo } from '../../utils/net/read-body';
import { renewed } from '../../utils/net/validators';
import { generatedFeed } from '../server/feed-edits';
import { type FeedServer, startFeedServer } from '../server/feed-server';

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());
beforeEach(() => server.log.clear());

/** Asks the server for a site as it serves it in a mode. */
function ask(mode: string, query?: string, validators: Validators | null = null) {
  return fetchFeed({ url: server.feedUrl('djg', mode, query), validators, privateAllowed: true });
}

async function askBody(mode: string, query?: string) {
  const answer = await ask(mode, query);
  if (answer.kind !== 'body') throw new Error(`${mode}: ${JSON.stringify(answer)}`);
  return answer;
}

describe('a document', () => {
  test('comes with its bytes, hash, type and validators', async () => {
    const answer = await askBody('ok');
    expect(answer).toMatchObject({ status: 200, url: server.feedUrl('djg', 'ok') });
    expect(answer.bytes.length).toBeGreaterThan(500);
    expect(answer.size).toBe(answer.bytes.length);
    letGo(answer.bytes);
    expect(answer.bytes.length).toBe(0);
    expect(answer.hash).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.hash).toBe((await askBody('gzip')).hash);
    expect(answer.validators?.etag).not.toBe('');
    expect(answer.validators?.url).toBe(answer.url);
  });

  test('is asked for with nothing that tells who asks', async () => {
    await ask('ok');
    const [exchange] = server.log.exchanges;
    expect(exchange?.headers).not.toHaveProperty('cookie');
    expect(exchange?.headers).not.toHaveProperty('referer');
    expect(exchange?.headers).not.toHaveProperty('if-none-match');
    expect(exchange?.headers).not.toHaveProperty('if-modified-since');
    expect(exchange?.headers.accept).toContain('application/rss+xml');
  });

  test('is asked for past no shared cache, but for the whole of it', async () => {
    await ask('ok');
    await fetchFeed({ url: server.feedUrl('djg'), validators: null, privateAllowed: true, whole: true });
    const sent = server.log.exchanges.map(({ headers }) => [headers['cache-control'], headers.pragma]);
    expect(sent).toEqual([
      ['max-age=0', undefined],
      ['no-cache', 'no-cache'],
    ]);
  });

  test('has no validators where the server gives none', async () => {
    expect((await askBody('no-validators')).validators).toBeNull();
    expect((await askBody('etag')).validators).toMatchObject({ lastModified: '' });
    expect((await askBody('last-modified')).validators).toMatchObject({ etag: '' });
  });
});

describe('asked again', () => {
  test.each(['ok', 'etag', 'last-modified', 'odd-validators'])(
    '%s: the validators go back byte for byte, and 304 comes',
    async (mode) => {
      const { validators } = await askBody(mode);
      server.log.clear();
      const answer = await ask(mode, undefined, validators);
      expect(answer).toMatchObject({ kind: 'not-modified', status: 304, validators });
      const headers = server.log.exchanges[0]?.headers ?? {};
      expect(headers['if-none-match'] ?? '').toBe(validators?.etag);
      expect(headers['if-modified-since'] ?? '').toBe(validators?.lastModified);
    },
  );

  test('validators of another host stay at home', async () => {
    const validators = { etag: '"secret"', lastModified: '', url: 'https://elsewhere.example/feed' };
    expect(await ask('ok', undefined, validators)).toMatchObject({ kind: 'body' });
    expect(server.log.exchanges[0]?.headers).not.toHaveProperty('if-none-match');
  });

  test('of an address that leads elsewhere now, a 304 is not believed', async () => {
    const { validators } = await askBody('ok');
    if (!validators) throw new Error('no validators');
    const via = server.feedUrl('djg', 'redirect');
    server.log.clear();
    const before = { ...validators, url: 'https://before.example/feed', via };
    expect(await ask('redirect', undefined, before)).toMatchObject({ kind: 'body', status: 200 });
    const asked = server.log.exchanges.filter(({ path }) => path.startsWith('/ok/'));
    expect(asked.map(({ status, headers }) => [status, headers['if-none-match']])).toEqual([
      [304, validators.etag],
      [200, undefined],
    ]);
  });

  test('a 304 renews what it carries, and leaves the rest', () => {
    const old: Validators = { etag: '"1"', lastModified: 'noon', url: 'https://a.example/feed' };
    const answer = (headers: Record<string, string>) => new Response(null, { status: 304, headers });
    expect(renewed(old, answer({ etag: '"2"' }))).toEqual({ ...old, etag: '"2"' });
    expect(renewed(old, answer({ 'last-modified': 'one' }))).toEqual({ ...old, lastModified: 'one' });
    expect(renewed(old, answer({}))).toEqual(old);
  });

  test('a changed document comes whole', async () => {
    const { validators } = await askBody('ok');
    server.addEntry('djg');
    expect(await ask('ok', undefined, validators)).toMatchObject({ kind: 'body', status: 200 });
  });
});

describe('refused', () => {
  test.each([
    'http://127.0.0.1:9/',
    'http://10.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://router.local/',
  ])('%s is not asked unless it was typed', async (url) => {
    const answer = await fetchFeed({ url, validators: null, privateAllowed: false });
    expect(answer).toMatchObject({ kind: 'problem', status: 0, problem: { kind: 'address-private' } });
  });

  test('a private host that was typed may not send us to another one (the router test)', async () => {
    const router = server.feedUrl('craphound').replace('127.0.0.1', 'localhost');
    const answer = await ask('redirect-to', `url=${encodeURIComponent(router)}`);
    expect(answer).toMatchObject({
      kind: 'problem',
      problem: { kind: 'address-private', host: 'localhost' },
    });
    expect(answer).not.toHaveProperty('bytes');
    const own = await ask('redirect-to', `url=${encodeURIComponent(server.feedUrl('craphound'))}`);
    expect(own.kind).toBe('body');
  });

  test.each(['file:///etc/passwd', 'data:text/xml,<rss/>', 'javascript:1', 'nonsense'])('%s', async (url) => {
    const answer = await fetchFeed({ url, validators: null, privateAllowed: true });
    expect(answer).toMatchObject({ kind: 'problem', problem: { kind: 'address-invalid' } });
  });
});

describe('a server that fails', () => {
  test.each([
    ['status', 'code=500', { kind: 'http-status', status: 500, retryAt: null }],
    ['status', 'code=404', { kind: 'http-status', status: 404, retryAt: null }],
    ['status', 'code=410', { kind: 'gone', host: '127.0.0.1' }],
    ['no-location', '', { kind: 'http-status', status: 302, retryAt: null }],
    ['loop', '', { kind: 'unreachable', host: '127.0.0.1' }],
    ['reset', '', { kind: 'unreachable', host: '127.0.0.1' }],
    ['short', '', { kind: 'unreachable', host: '127.0.0.1' }],
    ['gzip-lie', '', { kind: 'unreachable', host: '127.0.0.1' }],
    ['redirect-to', 'url=file:///etc/passwd', { kind: 'unreachable', host: '127.0.0.1' }],
  ])('%s %s', async (mode, query, problem) => {
    expect(await ask(mode, query)).toMatchObject({ kind: 'problem', problem });
  });

  test('says when it wants to be asked again', async () => {
    const answer = await ask('retry-after', 'after=7200');
    expect(answer).toMatchObject({ status: 429, timing: { retryAfter: '7200' } });
  });

  test('a 304 that nothing was asked for is an error', async () => {
    const answer = await ask('status', 'code=304');
    expect(answer).toMatchObject({ kind: 'problem', problem: { kind: 'http-status', status: 304 } });
  });

  test.each(['big', 'big-declared', 'endless', 'endless-items', 'gzip-bomb', 'br-bomb'])(
    '%s is left as soon as it is too much',
    async (mode) => {
      const answer = await ask(mode);
      expect(answer).toMatchObject({ kind: 'problem', problem: { kind: 'too-big', limitBytes: 10_485_760 } });
      expect(server.log.exchanges[0]?.bytes).toBeLessThan(60_000_000);
    },
  );

  test('the caller may give up', async () => {
    const signal = AbortSignal.timeout(300);
    const url = server.feedUrl('djg', 'stall');
    const answer = await fetchFeed({ url, validators: null, privateAllowed: true, signal });
    expect(answer).toMatchObject({ kind: 'problem', problem: { kind: 'unreachable' } });
  });
});

/** In one test, since each is as long as its deadline. */
test('heads have 10 s and bodies 25 s in all', { timeout: 40_000 }, async () => {
  const [head, body] = await Promise.all([ask('slow-head', 'ms=20000'), ask('stall')]);
  expect(head).toMatchObject({ kind: 'problem', problem: { kind: 'timeout', seconds: 10 } });
  expect(head.durationMs).toBeGreaterThan(9000);
  expect(body).toMatchObject({ kind: 'problem', problem: { kind: 'timeout', seconds: 25 } });
  expect(body.durationMs).toBeLessThan(29_000);
});

describe('a server that sends what is new alone (RFC 3229)', () => {
  test('is asked for that once it has offered it, and only with its own ETag', async () => {
    const site = 'deltas';
    server.addSite(site, generatedFeed({ title: site, origin: server.origin, entries: 3 }));
    const request = { url: server.feedUrl(site, 'delta'), privateAllowed: true };
    const first = await fetchFeed({ ...request, validators: null });
    if (first.kind !== 'body') throw new Error('no body');
    expect(first.validators).toMatchObject({ deltas: true });
    server.addEntry(site, { title: 'The news' });
    const second = await fetchFeed({ ...request, validators: first.validators });
    if (second.kind !== 'body') throw new Error('no body');
    expect(second.status).toBe(226);
    expect(new TextDecoder().decode(second.bytes).match(/<item>/g)).toHaveLength(1);
    const third = await fetchFeed({ ...request, validators: second.validators });
    expect(third).toMatchObject({ kind: 'not-modified', validators: second.validators });
    await fetchFeed({ ...request, validators: first.validators, whole: true });
    expect(server.log.exchanges.map(({ status, headers }) => [status, headers['a-im']])).toEqual([
      [200, undefined],
      [226, 'feed'],
      [304, 'feed'],
      [200, undefined],
    ]);
  });

  test.each(['ok', 'etag', 'last-modified'])('is not what %s is taken for', async (mode) => {
    const { validators } = await askBody(mode);
    expect(validators).not.toHaveProperty('deltas');
    await ask(mode, undefined, validators);
    expect(server.log.exchanges.every(({ headers }) => headers['a-im'] === undefined)).toBe(true);
  });
});
