import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a browser tried to reach through the proxy. */
export interface ProxyLog {
  /** host:port of CONNECT, and host of plain requests, in order. */
  hosts: string[];
}

export interface LoggingProxy {
  /** host:port for the browser's proxy setting. */
  address: string;
  log: ProxyLog;
  close(): Promise<void>;
}

/**
 * A forward proxy that lets nothing out: it notes every host and answers by itself, 502 to tunnels and an empty
 * page to plain http. It shows which hosts a browser with the extension would talk to.
 */
export async function startLoggingProxy(): Promise<LoggingProxy> {
  const log: ProxyLog = { hosts: [] };
  const server = createServer((request, response) => {
    log.hosts.push(
      URL.canParse(request.url ?? '') ? new URL(request.url ?? '').host : (request.headers.host ?? ''),
    );
    response.writeHead(200, { 'Content-Type': 'text/plain' });
    response.end();
  });
  server.on('connect', (request, socket) => {
    log.hosts.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Not let out\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { address, log, close };
}
