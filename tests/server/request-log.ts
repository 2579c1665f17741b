import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** One request as the server saw it: the truth that scenarios and the score card are judged by. */
export interface Exchange {
  /** Milliseconds since the epoch, on the server's clock. */
  at: number;
  method: string;
  /** Path and query as asked. */
  path: string;
  /** Header names in lower case, values byte for byte. */
  headers: Record<string, string>;
  /** 0 until an answer has begun, or where the connection was cut without one. */
  status: number;
  /** Body bytes handed to the socket. */
  bytes: number;
  /** Which connection of this server it came on. */
  connection: number;
  /** When the answer was finished or the connection closed; null while open. */
  endedAt: number | null;
  /** The client went away before the answer was complete. */
  aborted: boolean;
  /** Headers of the answer, as `headers`. */
  answer: Record<string, string>;
  /** Other requests to the same Host that were open when this one came. */
  alongside: number;
}

/** Keeps every exchange of a server in order of arrival. */
export class RequestLog {
  readonly exchanges: Exchange[] = [];
  readonly #connections = new WeakMap<Socket, number>();
  /** Requests being answered, by Host. */
  readonly #open = new Map<string, number>();
  #connectionCount = 0;

  constructor(private readonly clock: () => number) {}

  /** Opens a record that is filled in while the answer goes out. */
  open(request: IncomingMessage, response: ServerResponse): Exchange {
    const exchange: Exchange = {
      at: this.clock(),
      method: request.method ?? '',
      path: request.url ?? '',
      headers: plainHeaders(request),
      status: 0,
      bytes: 0,
      connection: this.#connectionOf(request.socket),
      endedAt: null,
      aborted: false,
      answer: {},
      alongside: 0,
    };
    const { host = '' } = exchange.headers;
    exchange.alongside = this.#open.get(host) ?? 0;
    this.#open.set(host, exchange.alongside + 1);
    this.exchanges.push(exchange);
    noteHead(response, exchange);
    response.on('close', () => {
      this.#open.set(host, (this.#open.get(host) ?? 1) - 1);
      exchange.aborted = !response.writableFinished;
      exchange.endedAt = this.clock();
    });
    return exchange;
  }

  /** How many requests to this Host are being answered, as far as this server has noticed. */
  openAt(host: string): number {
    return this.#open.get(host) ?? 0;
  }

  /** Exchanges whose path starts so; all without an argument. */
  of(pathPrefix = '/'): Exchange[] {
    return this.exchanges.filter((exchange) => exchange.path.startsWith(pathPrefix));
  }

  /** Forgets what was asked so far. */
  clear(): void {
    this.exchanges.length = 0;
  }

  #connectionOf(socket: Socket): number {
    const known = this.#connections.get(socket);
    if (known !== undefined) return known;
    this.#connectionCount += 1;
    this.#connections.set(socket, this.#connectionCount);
    return this.#connectionCount;
  }
}

/** Waits until the log holds such an exchange; rejects with what was asked instead. */
export async function waitForExchange(
  log: RequestLog,
  matches: (exchange: Exchange) => boolean,
  timeoutMs = 15_000,
): Promise<Exchange> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = log.exchanges.find(matches);
    if (found) return found;
    if (Date.now() > deadline) {
      const asked = log.exchanges.map((e) => `${e.status} ${e.path}`).join('\n  ');
      throw new Error(`No such request within ${timeoutMs} ms. Asked:\n  ${asked || 'nothing'}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Notes an answer's head before it goes out: a client that has it may look at the record before the answer closes here. */
function noteHead(response: ServerResponse, exchange: Exchange): void {
  const { writeHead } = response;
  const noted = (...given: unknown[]): ServerResponse => {
    const written = Reflect.apply(writeHead, response, given);
    exchange.status = response.statusCode;
    exchange.answer = headOf(response);
    return written;
  };
  Object.assign(response, { writeHead: noted });
}

/** The head as it went out: what writeHead is given directly is not among getHeaders. */
function headOf(response: ServerResponse): Record<string, string> {
  const head: unknown = Reflect.get(response, '_header');
  const lines = typeof head === 'string' ? head.split('\r\n').slice(1) : [];
  const pairs = lines.map((line) => /^([^:]+): ?(.*)$/.exec(line)).filter((pair) => pair !== null);
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name.toLowerCase(), value]));
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  }
  return headers;
}
