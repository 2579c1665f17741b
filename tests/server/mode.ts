import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange } from './request-log';
import type { SiteDocument } from './sites';

/** One way of serving a feed, well or badly. */
export interface Mode {
  /** What the server does. */
  does: string;
  /** What a good client does about it. */
  goodClient: string;
  answer(visit: Visit): void | Promise<void>;
}

/** A request for one site in one mode. */
export interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  exchange: Exchange;
  /** Scheme, host and port of this server. */
  origin: string;
  site: string;
  /** `/<mode>/<site>`; everything behind it belongs to the mode. */
  base: string;
  /** The part of the path behind `base`. */
  rest: string;
  query: URLSearchParams;
  document: SiteDocument;
  /** Requests of this mode and site before this one. */
  earlier: number;
  clock: () => number;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

/** Sends a whole answer with its true length. */
export function send(visit: Visit, answer: Answer): void {
  const body = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.body ?? '');
  const headers = { 'Content-Length': String(body.length), ...answer.headers };
  visit.response.writeHead(answer.status ?? 200, headers);
  visit.response.end(visit.request.method === 'HEAD' ? undefined : body);
  visit.exchange.bytes += body.length;
}

/** Writes a part of an answer; resolves when the socket took it, false once the client has gone. */
export function write(visit: Visit, chunk: Buffer | string): Promise<boolean> {
  if (visit.response.destroyed || visit.request.socket.destroyed) return Promise.resolve(false);
  visit.exchange.bytes += Buffer.byteLength(chunk);
  return new Promise((done) => {
    visit.response.write(chunk, (error) => done(!error && !visit.response.destroyed));
  });
}

/** Waits, but not for a client that has gone. */
export function pause(visit: Visit, milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const over = () => {
      clearTimeout(timer);
      visit.response.off('close', over);
      done();
    };
    const timer = setTimeout(over, milliseconds);
    visit.response.once('close', over);
  });
}

/** A number of the query, e.g. `?ms=500`. */
export function numberOf(visit: Visit, name: string, otherwise: number): number {
  const value = Number(visit.query.get(name) ?? Number.NaN);
  return Number.isFinite(value) ? value : otherwise;
}

/** The validators of exactly these bytes. */
export function validatorsOf(document: SiteDocument, body: Buffer): { etag: string; lastModified: string } {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 20);
  return { etag: `"${hash}"`, lastModified: new Date(document.modifiedAt).toUTCString() };
}

/** Serves a body as RFC 9110 asks: a request that holds its validators gets a 304. */
export function sendConditionally(
  visit: Visit,
  body: Buffer,
  extra: Record<string, string> = {},
  which: 'both' | 'etag' | 'last-modified' = 'both',
): void {
  const { etag, lastModified } = validatorsOf(visit.document, body);
  const headers = {
    ...(which !== 'last-modified' && { ETag: etag }),
    ...(which !== 'etag' && { 'Last-Modified': lastModified }),
    ...extra,
  };
  if (holds(visit.request, which === 'last-modified' ? '' : etag, which === 'etag' ? '' : lastModified)) {
    visit.response.writeHead(304, headers);
    visit.response.end();
    return;
  }
  send(visit, { headers: { 'Content-Type': visit.document.contentType, ...headers }, body });
}

/** RFC 9110 13.1: If-None-Match wins over If-Modified-Since. */
function holds(request: IncomingMessage, etag: string, lastModified: string): boolean {
  const noneMatch = request.headers['if-none-match'];
  if (noneMatch !== undefined) return etag !== '' && (noneMatch === '*' || noneMatch.includes(etag));
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return lastModified !== '' && since >= Date.parse(lastModified);
}
