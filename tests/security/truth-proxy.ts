import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './certificate';

/** One request as it left the browser, read on the wire: a driver does not see all that a browser sends. */
export interface Asked {
  host: string;
  path: string;
  method: string;
  /** What it was for, as the browser says (`image`, `document`, `empty` ...); '' over plain http and for old ways. */
  dest: string;
  accept: string;
  referer: string;
  cookie: string;
}

export interface TruthProxy {
  port: number;
  asked: Asked[];
  /** Hosts that a tunnel was opened to, also when nothing was asked through it. */
  tunnels: string[];
  close(): Promise<void>;
}

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const one = (value: string | string[] | undefined) => [value ?? ''].flat().join();

/** How the internet behind the proxy answers. */
export type Answer = (asked: Asked, response: ServerResponse) => void;

/** An image for whoever wants an image, an empty page for everyone else. */
const harmless: Answer = (asked, response) => {
  if (isImage(asked)) response.writeHead(200, { 'Content-Type': 'image/png' }).end(png);
  else response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!DOCTYPE html><title>evil</title>');
};

/** Whether the browser asked for something to show as an image. Plain http tells it only by what it accepts. */
export function isImage({ dest, accept }: Asked): boolean {
  return dest === 'image' || (dest === '' && /^image\//.test(accept));
}

/**
 * A forward proxy that is the whole internet to its browser: it looks into http and https, writes down every request,
 * and answers all of them itself, so nothing leaves the machine. The browser must be told to accept any certificate.
 */
export async function startTruthProxy(answer: Answer = harmless): Promise<TruthProxy> {
  const asked: Asked[] = [];
  const tunnels: string[] = [];
  const note = (request: IncomingMessage, response: ServerResponse) => {
    const { headers } = request;
    const url = URL.canParse(request.url ?? '') ? new URL(request.url ?? '') : null;
    const entry = {
      host: url?.hostname ?? one(headers.host).replace(/:\d+$/, ''),
      path: url ? url.pathname + url.search : (request.url ?? ''),
      method: request.method ?? '',
      dest: one(headers['sec-fetch-dest']),
      accept: one(headers.accept),
      referer: one(headers.referer),
      cookie: one(headers.cookie),
    };
    asked.push(entry);
    answer(entry, response);
  };
  const inner = createSecureServer(selfSigned(), note);
  const server = createServer(note);
  server.on('connect', (request, socket) => {
    tunnels.push((request.url ?? '').replace(/:\d+$/, ''));
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 Connected\r\n\r\n');
    inner.emit('connection', socket);
  });
  server.on('upgrade', (request, socket) => {
    asked.push({
      host: one(request.headers.host),
      path: request.url ?? '',
      method: 'UPGRADE',
      dest: 'websocket',
      accept: '',
      referer: '',
      cookie: '',
    });
    socket.destroy();
  });
  for (const one of [inner, server]) one.on('clientError', (_, socket) => socket.destroy());
  inner.on('tlsClientError', (_, socket) => socket.destroy());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
      inner.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, asked, tunnels, close };
}
