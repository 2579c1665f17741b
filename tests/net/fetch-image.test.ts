import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchImage } from '../../utils/net/fetch-image';
import { imageType } from '../../utils/net/image-type';
import { png } from '../security/truth-proxy';

const answers: Record<string, (response: ServerResponse) => unknown> = {
  '/good': (response) => response.end(png),
  '/page': (response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end('<p>It is gone.</p>'),
  '/gone': (response) => response.writeHead(404).end(png),
  '/busy': (response) => response.writeHead(503).end(),
  '/reset': (response) => response.destroy(),
  '/vast': (response) => response.writeHead(200, { 'Content-Length': 20_000_000 }).end(png),
  '/astray': (response) => response.writeHead(302, { Location: `http://localhost:${port}/good` }).end(),
};

let port = 0;
let headers: NodeJS.Dict<string | string[]> = {};
const server = createServer((request, response) => {
  headers = request.headers;
  answers[request.url ?? '']?.(response);
});
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

const ask = (path: string, privateAllowed = true) =>
  fetchImage({ url: `http://127.0.0.1:${port}${path}`, privateAllowed });

test('a picture comes with its type by its bytes, asked for as a page would', async () => {
  expect(await ask('/good')).toMatchObject({ kind: 'image', type: 'image/png' });
  expect(headers.accept).toMatch(/^image\//);
  expect([headers.cookie, headers.referer]).toEqual([undefined, undefined]);
});

test.each([
  ['/page', { isPassing: false, isSilent: false }],
  ['/gone', { isPassing: false, isSilent: false }],
  ['/busy', { isPassing: true, isSilent: false }],
  ['/vast', { isPassing: false, isSilent: false }],
  ['/reset', { isPassing: true, isSilent: true }],
])('%s is no picture, and says whether it may be one later', async (path, how) => {
  expect(await ask(path)).toEqual({ kind: 'failed', ...how });
});

test('the house of the reader is neither asked nor believed', async () => {
  headers = {};
  expect(await ask('/good', false)).toMatchObject({ kind: 'failed', isPassing: false });
  expect(headers).toEqual({});
  expect(await ask('/astray')).toMatchObject({ kind: 'failed', isPassing: false });
});

test.each([
  ['image/png', '89504e470d0a1a0a00'],
  ['image/jpeg', 'ffd8ffe000104a46'],
  ['image/gif', '4749463839610100'],
  ['image/webp', '52494646240000005745425056503820'],
  ['image/avif', '0000001c6674797061766966'],
  ['image/svg+xml', '3c73766720786d6c6e733d22'],
  [null, '3c68746d6c3e3c626f64793e'],
  [null, ''],
])('%s is known by its first bytes', (type, digits) => {
  expect(imageType(Buffer.from(digits, 'hex'), 'text/plain')).toBe(type);
});
