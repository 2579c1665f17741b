import type { IncomingMessage, ServerResponse } from 'node:http';
import { deflateSync } from 'node:zlib';

/**
 * Images, trackers, pages and scripts under `/image/`, `/tracker/`, `/page/`, `/script/`, `/frame/` ...: whatever an
 * article may point at. They exist so that the log shows what was asked for, not so that it is shown.
 * True when the request was one of these.
 */
export function answerResource(request: IncomingMessage, response: ServerResponse): boolean {
  const kind = (request.url ?? '').split('/')[1] ?? '';
  const resource = Object.hasOwn(resources, kind) ? resources[kind] : undefined;
  if (!resource) return false;
  const { type, body, status = 200, after } = resource(request.url ?? '');
  const [from, to] = rangeOf(status === 200 ? request.headers.range : undefined, body.length);
  const isPart = status === 200 && (from > 0 || to < body.length);
  const answer = () => {
    response.writeHead(isPart ? 206 : status, {
      'Content-Type': type,
      'Content-Length': to - from,
      'Cache-Control': 'no-store',
      'Accept-Ranges': 'bytes',
      // who sends it back has asked with cookies
      ...(kind === 'page' && { 'Set-Cookie': 'known=1; Path=/; Max-Age=86400' }),
      ...(isPart && { 'Content-Range': `bytes ${from}-${to - 1}/${body.length}` }),
    });
    response.end(request.method === 'HEAD' ? undefined : body.subarray(from, to));
  };
  if (after === undefined) answer();
  else setTimeout(answer, after);
  return true;
}

/** The bytes asked for, from the first to behind the last, as players do that go to a place (RFC 9110 14.2); else all. */
function rangeOf(header: string | undefined, length: number): [number, number] {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  const from = Number(first ?? 0);
  const to = last ? Math.min(Number(last) + 1, length) : length;
  return from < to ? [from, to] : [0, length];
}

interface Resource {
  type: string;
  body: Buffer;
  status?: number;
  /** Milliseconds that it is made to wait. */
  after?: number;
}

/** Long enough for all around a picture to be drawn before it. */
const lateMs = 400;

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const resources: Record<string, (path: string) => Resource> = {
  image: (path) => ({ type: 'image/png', body: picture(path, 640, 360) }),
  late: (path) => ({ type: 'image/png', body: picture(path, 640, 360), after: lateMs }),
  gone: () => ({ type: 'text/plain', body: Buffer.from('Gone'), status: 404, after: lateMs }),
  tracker: () => ({ type: 'image/gif', body: pixel }),
  page: () => ({ type: 'text/html', body: Buffer.from('<!doctype html><title>A page</title><p>A page.') }),
  frame: () => ({ type: 'text/html', body: Buffer.from('<!doctype html><title>A frame</title>') }),
  script: () => ({ type: 'text/javascript', body: Buffer.from('globalThis.hostileScriptRan = true;') }),
  style: () => ({ type: 'text/css', body: Buffer.from('body { display: none }') }),
  media: () => ({ type: 'audio/mpeg', body: Buffer.alloc(1024) }),
  sound: (path) =>
    path.includes('Signature=spent')
      ? {
          type: 'application/xml',
          body: Buffer.from('<Error><Code>AccessDenied</Code></Error>'),
          status: 403,
        }
      : { type: 'audio/wav', body: tone(Number.parseInt(path.split('/')[2] ?? '', 10) || 1) },
  canary: () => ({ type: 'text/plain', body: Buffer.from('CANARY') }),
  post: () => ({ type: 'text/plain', body: Buffer.from('taken') }),
};

/** A quiet tone of so many seconds: WAV, one channel, 8 bits, 8 kHz. */
export function tone(seconds: number): Buffer {
  const rate = 8000;
  const samples = Buffer.alloc(seconds * rate);
  for (let at = 0; at < samples.length; at += 1) samples[at] = 128 + Math.round(8 * Math.sin(at / 3));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** Where a slope begins and ends, as light on water, stone or leaves. */
const slopes = [
  ['9fb3c8', '4d6175'],
  ['d9b98a', '9c6239'],
  ['8fa892', '42584a'],
  ['c7b8a6', '6f6257'],
  ['b5a3b8', '5c4a66'],
  ['d3a494', '8a4b3f'],
  ['a9bfc0', '3f6166'],
] as const;

const colour = (hex: string) => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A PNG of a plain slope between two colours that follow from the name, which it carries: no two names give the same bytes. */
export function picture(name: string, width: number, height: number): Buffer {
  const sum = [...name].reduce((all, letter) => (all * 31 + letter.charCodeAt(0)) % 9973, 7);
  const [from, to] = (slopes[sum % slopes.length] ?? slopes[0]).map(colour) as [number[], number[]];
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const at = y * (width * 3 + 1) + 1;
    for (let x = 0; x < width; x += 1) {
      const share = (x / width + (2 * y) / height) / 3;
      for (let part = 0; part < 3; part += 1) {
        const [begin = 0, end = 0] = [from[part], to[part]];
        rows[at + x * 3 + part] = Math.round(begin + (end - begin) * share);
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const title = Buffer.from(`Title\0${name}`);
  const parts = [
    chunk('IHDR', header),
    chunk('tEXt', title),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** CRC-32 of PNG (ISO 3309): Node 20 lacks zlib.crc32 before 20.15. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
