import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AddedEntry, addEntry } from './feed-edits';
import type { Mode, Visit } from './mode';
import { answerModes } from './modes-answers';
import { contentModes } from './modes-content';
import { transportModes } from './modes-transport';
import { RequestLog } from './request-log';
import { answerResource } from './resources';
import { readSite, type SiteDocument } from './sites';

/**
 * Every way this server can serve a feed, by the name in its address: `/<mode>/<site>`.
 * Names follow the kinds of misbehaving servers that the reader must live with.
 */
export const modes: Record<string, Mode> = { ...answerModes, ...transportModes, ...contentModes };

/** The address at which fixtures stand for this server itself; it is replaced in what is served. */
export const fixtureOrigin = 'http://feeds.test';

export interface FeedServer {
  /** Scheme, host and port, without a slash. */
  origin: string;
  log: RequestLog;
  /** Address of a site in a mode; `query` without the question mark. */
  feedUrl(site: string, mode?: string, query?: string): string;
  /** Changes a document between two polls: new validators from now on. */
  edit(site: string, change: (text: string) => string): void;
  /** Adds an entry at the top; gives it back with what was filled in. */
  addEntry(site: string, entry?: Partial<AddedEntry>): AddedEntry;
  /** Adds a site that is not in the fixtures, e.g. a generated one. */
  addSite(site: string, bytes: Buffer | string, contentType?: string): void;
  /** From now on who asks for a site waits, until the function that this gives is called. */
  hold(site: string): () => void;
  close(): Promise<void>;
}

export interface FeedServerOptions {
  port?: number;
  /** Milliseconds since the epoch; Date.now by default. */
  clock?: () => number;
}

/** Starts the feed server on loopback, on any free port unless one is named. */
export async function startFeedServer(options: FeedServerOptions = {}): Promise<FeedServer> {
  const clock = options.clock ?? Date.now;
  const log = new RequestLog(clock);
  const shelf = new Shelf(clock);
  const visits = new Map<string, number>();
  const held = new Map<string, Promise<void>>();
  const server = createServer(async (request, response) => {
    const exchange = log.open(request, response);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, mode = '', site = '', ...rest] = url.pathname.split('/');
    const base = `/${mode}/${site}`;
    const earlier = visits.get(base) ?? 0;
    visits.set(base, earlier + 1);
    const visit = {
      request,
      response,
      exchange,
      origin,
      site,
      base,
      rest: rest.join('/'),
      query: url.searchParams,
    };
    await held.get(site);
    await answer(mode, { ...visit, earlier, clock, document: shelf.served(site, origin) });
  });
  server.keepAliveTimeout = 5000;
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    log,
    feedUrl: (site, mode = 'ok', query = '') => `${origin}/${mode}/${site}${query ? `?${query}` : ''}`,
    edit: (site, change) => shelf.edit(site, change),
    addEntry: (site, entry) => shelf.addEntry(site, entry),
    addSite: (site, bytes, contentType) => shelf.put(site, bytes, contentType),
    hold: (site) => {
      let release = () => {};
      held.set(site, new Promise((done) => (release = done)));
      return release;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  modeName: string,
  visit: Omit<Visit, 'document'> & { document: SiteDocument | null },
): Promise<void> {
  const { document } = visit;
  const mode = Object.hasOwn(modes, modeName) ? modes[modeName] : undefined;
  if (mode && document) {
    // Who sends it back has asked with cookies.
    visit.response.setHeader('Set-Cookie', 'known=1; Path=/; Max-Age=86400');
    return mode.answer({ ...visit, document });
  }
  if (answerResource(visit.request, visit.response)) return;
  notFound(visit.request, visit.response);
}

function notFound(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain' });
  response.end(request.method === 'HEAD' ? undefined : 'No such feed');
}

/** The documents as they stand now: fixtures, with the edits made since the start. */
class Shelf {
  readonly #documents = new Map<string, SiteDocument>();
  #added = 0;

  constructor(private readonly clock: () => number) {}

  served(site: string, origin: string): SiteDocument | null {
    const document = this.#get(site);
    if (!document?.bytes.includes(fixtureOrigin)) return document;
    const bytes = Buffer.from(document.bytes.toString('latin1').replaceAll(fixtureOrigin, origin), 'latin1');
    return { ...document, bytes };
  }

  put(site: string, bytes: Buffer | string, contentType = 'application/rss+xml'): void {
    const version = (this.#documents.get(site)?.version ?? 0) + 1;
    this.#documents.set(site, {
      bytes: Buffer.from(bytes),
      contentType,
      version,
      modifiedAt: this.#second(),
    });
  }

  edit(site: string, change: (text: string) => string): void {
    const document = this.#get(site);
    if (!document) throw new Error(`No site ${site}`);
    this.put(site, change(document.bytes.toString('utf8')), document.contentType);
  }

  addEntry(site: string, entry: Partial<AddedEntry> = {}): AddedEntry {
    this.#added += 1;
    const whole: AddedEntry = {
      id: `added-${this.#added}`,
      title: `Added article ${this.#added}`,
      link: `${fixtureOrigin}/page/added-${this.#added}`,
      html: `<p>The text of added article ${this.#added}.</p>`,
      publishedAt: this.clock(),
      ...entry,
    };
    this.edit(site, (text) => addEntry(text, whole));
    return whole;
  }

  #get(site: string): SiteDocument | null {
    const known = this.#documents.get(site);
    if (known) return known;
    const read = readSite(site);
    if (read) this.#documents.set(site, read);
    return read;
  }

  #second(): number {
    return Math.floor(this.clock() / 1000) * 1000;
  }
}
