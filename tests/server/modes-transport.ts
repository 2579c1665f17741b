import { brotliCompressSync, constants, createGzip, gzipSync } from 'node:zlib';
import { type Mode, numberOf, pause, send, sendConditionally, type Visit, write } from './mode';

const megabyte = 1_048_576;

/** Slow, cut, endless and lying connections. */
export const transportModes: Record<string, Mode> = {
  'slow-head': {
    does: 'sends its headers after ?ms= (3000)',
    goodClient: 'waits up to its deadline, others go on meanwhile',
    answer: delay,
  },
  delay: {
    does: 'the same as slow-head; ?ms= is meant to be longer than a background lives',
    goodClient: 'goes on after the background was ended meanwhile, asking nobody twice',
    answer: delay,
  },
  'slow-body': {
    does: 'drips ?bytes= (512) every ?ms= (200)',
    goodClient: 'reads until its deadline',
    answer: drip,
  },
  stall: {
    does: 'sends headers and half of the body, then nothing',
    goodClient: 'gives up at its deadline and closes the connection',
    async answer(visit) {
      visit.response.writeHead(200, { 'Content-Type': visit.document.contentType });
      await write(visit, half(visit.document.bytes));
      await pause(visit, numberOf(visit, 'ms', 120_000));
      visit.response.destroy();
    },
  },
  short: {
    does: 'promises the whole length and closes after half of it',
    goodClient: 'an error: validators are not kept, nothing counts as gone',
    async answer(visit) {
      const { bytes, contentType } = visit.document;
      visit.response.writeHead(200, {
        'Content-Type': contentType,
        'Content-Length': bytes.length,
        ETag: '"short"',
      });
      await write(visit, half(bytes));
      visit.response.destroy();
    },
  },
  cut: {
    does: 'sends half of the document as if it were all',
    goodClient: 'takes the complete entries, keeps no validators, nothing counts as gone',
    answer: (visit) =>
      send(visit, {
        headers: { 'Content-Type': visit.document.contentType, ETag: '"cut"' },
        body: half(visit.document.bytes),
      }),
  },
  reset: {
    does: 'closes the connection without an answer',
    goodClient: 'an error, backs off (Firefox itself asks 10 times)',
    answer: (visit) => {
      visit.request.socket.destroy();
    },
  },
  'gzip-cut': {
    does: 'cuts a gzip body; browsers show no error',
    goodClient: 'sees that the document is not complete: no validators kept',
    answer: (visit) => {
      const packed = gzipSync(visit.document.bytes);
      send(visit, {
        headers: {
          'Content-Type': visit.document.contentType,
          'Content-Encoding': 'gzip',
          ETag: '"gzip-cut"',
        },
        body: packed.subarray(0, Math.max(1, packed.length - 64)),
      });
    },
  },
  'gzip-lie': {
    does: 'says gzip and sends plain bytes',
    goodClient: 'an error, backs off',
    answer: (visit) =>
      send(visit, {
        headers: { 'Content-Type': visit.document.contentType, 'Content-Encoding': 'gzip' },
        body: visit.document.bytes,
      }),
  },
  'gzip-bomb': {
    does: 'inflates to ?mb= (256) megabytes',
    goodClient: 'counts inflated bytes and stops at its cap',
    answer: bomb,
  },
  'br-bomb': {
    does: 'inflates to ?mb= (64) megabytes from brotli',
    goodClient: 'counts inflated bytes and stops at its cap',
    answer: (visit) => {
      const zeros = Buffer.alloc(numberOf(visit, 'mb', 64) * megabyte, 32);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 1 };
      send(visit, {
        headers: { 'Content-Type': visit.document.contentType, 'Content-Encoding': 'br' },
        body: brotliCompressSync(zeros, { params }),
      });
    },
  },
  big: {
    does: 'sends ?mb= (12) megabytes of comment before the feed ends',
    goodClient: 'stops at its cap: nothing stored, "too big"',
    answer: (visit) => endless(visit, Buffer.alloc(megabyte, 32), numberOf(visit, 'mb', 12)),
  },
  'big-declared': {
    does: 'declares ?mb= (200) megabytes in Content-Length',
    goodClient: 'refuses at the header',
    async answer(visit) {
      const length = numberOf(visit, 'mb', 200) * megabyte;
      visit.response.writeHead(200, { 'Content-Type': visit.document.contentType, 'Content-Length': length });
      while (await write(visit, Buffer.alloc(megabyte, 32))) await pause(visit, 20);
    },
  },
  endless: {
    does: 'never stops sending blanks',
    goodClient: 'stops at its cap and closes',
    answer: (visit) => endless(visit, Buffer.alloc(64 * 1024, 32), Number.POSITIVE_INFINITY),
  },
  'endless-items': {
    does: 'never stops sending items',
    goodClient: 'stops at its cap and closes',
    async answer(visit) {
      visit.response.writeHead(200, { 'Content-Type': 'application/rss+xml' });
      await write(visit, '<rss version="2.0"><channel><title>Endless</title>');
      let index = 0;
      const more = () => Array.from({ length: 200 }, () => `<item><guid>${index++}</guid></item>`).join('');
      while (await write(visit, more())) await pause(visit, 1);
    },
  },
};

async function delay(visit: Visit): Promise<void> {
  await pause(visit, numberOf(visit, 'ms', 3000));
  if (!visit.response.destroyed) sendConditionally(visit, visit.document.bytes);
}

async function drip(visit: Visit): Promise<void> {
  const { bytes, contentType } = visit.document;
  const step = numberOf(visit, 'bytes', 512);
  visit.response.writeHead(200, { 'Content-Type': contentType, 'Content-Length': bytes.length });
  for (let at = 0; at < bytes.length; at += step) {
    if (!(await write(visit, bytes.subarray(at, at + step)))) return;
    await pause(visit, numberOf(visit, 'ms', 200));
  }
  visit.response.end();
}

async function endless(visit: Visit, chunk: Buffer, count: number): Promise<void> {
  visit.response.writeHead(200, { 'Content-Type': visit.document.contentType });
  const bytes = visit.document.bytes;
  await write(visit, half(bytes));
  for (let sent = 0; sent < count; sent += 1) if (!(await write(visit, chunk))) return;
  visit.response.end(bytes.subarray(half(bytes).length));
}

function bomb(visit: Visit): Promise<void> {
  visit.response.writeHead(200, { 'Content-Type': visit.document.contentType, 'Content-Encoding': 'gzip' });
  const packer = createGzip({ level: 9 });
  packer.on('data', (chunk: Buffer) => {
    visit.exchange.bytes += chunk.length;
  });
  packer.pipe(visit.response);
  return pour(packer, numberOf(visit, 'mb', 256), () => visit.response.destroyed);
}

async function pour(sink: NodeJS.WritableStream, megabytes: number, isGone: () => boolean): Promise<void> {
  const chunk = Buffer.alloc(megabyte, 32);
  for (let sent = 0; sent < megabytes && !isGone(); sent += 1) {
    await new Promise<void>((done) => sink.write(chunk, () => done()));
  }
  sink.end();
}

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}
