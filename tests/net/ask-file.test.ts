import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askFile } from '../../utils/net/ask-file';

let port = 0;
let headers: NodeJS.Dict<string | string[]> = {};
let sent = 0;

/** A server that knows no ranges, and sends until nobody takes it any more. */
function endless(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'Audio/MPEG; charset=x' });
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(64_000))) sent += 64_000;
  };
  response.on('drain', more);
  more();
}

const answers: Record<string, (response: ServerResponse) => unknown> = {
  '/sound': (response) => response.writeHead(206, { 'Content-Type': 'audio/ogg' }).end('x'),
  '/endless': endless,
  '/untold': (response) => response.end('x'),
  '/gone': (response) => response.writeHead(404).end(),
  '/never': (response) => response.writeHead(410).end(),
  '/reset': (response) => response.destroy(),
  '/astray': (response) => response.writeHead(302, { Location: `http://localhost:${port}/sound` }).end(),
};

const server = createServer((request, response) => {
  headers = request.headers;
  answers[request.url ?? '']?.(response);
});
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (path: string, privateAllowed = true) =>
  askFile(`http://127.0.0.1:${port}${path}`, privateAllowed);

test('its kind is learnt by its first byte', async () => {
  expect(await ask('/sound')).toEqual({ ok: true, data: { type: 'audio/ogg' } });
  expect(headers).toMatchObject({ range: 'bytes=0-0' });
  expect([headers.cookie, headers.referer]).toEqual([undefined, undefined]);
  expect(await ask('/untold')).toEqual({ ok: true, data: { type: '' } });
});

test('what is sent without end is not taken', async () => {
  expect(await ask('/endless')).toEqual({ ok: true, data: { type: 'audio/mpeg' } });
  expect(sent).toBeLessThan(50_000_000);
});

test.each([
  ['/gone', { kind: 'http-status', status: 404, retryAt: null }],
  ['/never', { kind: 'gone', host: '127.0.0.1' }],
  ['/reset', { kind: 'unreachable', host: '127.0.0.1' }],
  ['/astray', { kind: 'address-private', host: 'localhost' }],
])('%s says what is wrong', async (path, problem) => {
  expect(await ask(path)).toEqual({ ok: false, problem });
});

test('the house of the reader is not asked', async () => {
  headers = {};
  expect(await ask('/sound', false)).toEqual({
    ok: false,
    problem: { kind: 'address-private', host: '127.0.0.1' },
  });
  expect(headers).toEqual({});
});
