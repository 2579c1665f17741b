import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Mode, numberOf, send, sendConditionally, type Visit, validatorsOf } from './mode';

/** Status codes, headers and redirects. */
export const answerModes: Record<string, Mode> = {
  ok: {
    does: 'serves the feed with ETag and Last-Modified; answers 304 to either',
    goodClient: 'sends both back byte for byte and takes the 304',
    answer: (visit) => sendConditionally(visit, visit.document.bytes),
  },
  etag: {
    does: 'serves only an ETag',
    goodClient: 'sends If-None-Match and no made-up If-Modified-Since',
    answer: (visit) => sendConditionally(visit, visit.document.bytes, {}, 'etag'),
  },
  'last-modified': {
    does: 'serves only Last-Modified',
    goodClient: 'sends If-Modified-Since with the same string',
    answer: (visit) => sendConditionally(visit, visit.document.bytes, {}, 'last-modified'),
  },
  'odd-validators': {
    does: 'serves a weak ETag with spaces, commas and a backslash, and a Last-Modified that is no date; answers 304 to nothing but both',
    goodClient: 'sends both back byte for byte, understanding neither',
    answer: (visit) => {
      const { etag } = validatorsOf(visit.document, visit.document.bytes);
      const headers = { ETag: `W/${etag.slice(0, -1)}, a  b\\c"`, 'Last-Modified': 'about noon, on the 3rd' };
      const held = visit.request.headers;
      const isSame =
        held['if-none-match'] === headers.ETag && held['if-modified-since'] === headers['Last-Modified'];
      if (isSame) send(visit, { status: 304, headers });
      else
        send(visit, {
          headers: { 'Content-Type': visit.document.contentType, ...headers },
          body: visit.document.bytes,
        });
    },
  },
  'no-validators': {
    does: 'serves neither validator and never a 304',
    goodClient: 'asks rarely; an equal body is not parsed again',
    answer: (visit) =>
      send(visit, { headers: { 'Content-Type': visit.document.contentType }, body: visit.document.bytes }),
  },
  'max-age': {
    does: 'asks for ?s= seconds of patience (Cache-Control: max-age)',
    goodClient: 'does not come back before, up to a day',
    answer: (visit) =>
      sendConditionally(visit, visit.document.bytes, {
        'Cache-Control': `max-age=${numberOf(visit, 's', 7200)}`,
      }),
  },
  charset: {
    does: 'names the encoding ?c= in Content-Type only',
    goodClient: 'decodes by it',
    answer: (visit) =>
      sendConditionally(visit, visit.document.bytes, {
        'Content-Type': `${visit.document.contentType}; charset=${visit.query.get('c') ?? 'utf-8'}`,
      }),
  },
  'wrong-type': {
    does: 'sends a true feed as ?type= (text/html)',
    goodClient: 'looks at the bytes: the type is a hint only',
    answer: (visit) =>
      sendConditionally(visit, visit.document.bytes, {
        'Content-Type': visit.query.get('type') ?? 'text/html; charset=iso-8859-1',
      }),
  },
  gzip: {
    does: 'sends the body gzipped',
    goodClient: 'reads it',
    answer: (visit) =>
      sendConditionally(visit, gzipSync(visit.document.bytes), { 'Content-Encoding': 'gzip' }),
  },
  br: {
    does: 'sends the body in brotli',
    goodClient: 'reads it (browsers offer br on loopback and https)',
    answer: (visit) =>
      sendConditionally(visit, brotliCompressSync(visit.document.bytes), { 'Content-Encoding': 'br' }),
  },
  status: {
    does: 'answers ?code= (500) with a short page',
    goodClient: 'keeps all it has, waits longer each time',
    answer: (visit) => {
      const code = numberOf(visit, 'code', 500);
      send(visit, { status: code, headers: { 'Content-Type': 'text/html' }, body: `<h1>${code}</h1>` });
    },
  },
  'retry-after': {
    does: 'answers ?code= (429) with Retry-After ?after= (3600)',
    goodClient: 'does not ask again before',
    answer: (visit) =>
      send(visit, {
        status: numberOf(visit, 'code', 429),
        headers: { 'Retry-After': visit.query.get('after') ?? '3600', 'Content-Type': 'text/plain' },
        body: 'Slow down',
      }),
  },
  recovers: {
    does: 'answers 503 for the first ?n= (1) requests, then the feed',
    goodClient: 'forgets its failures after one success',
    answer: (visit) =>
      visit.earlier < numberOf(visit, 'n', 1)
        ? send(visit, { status: 503, body: 'Later' })
        : sendConditionally(visit, visit.document.bytes),
  },
  redirect: {
    does: 'redirects with ?code= (301) to the feed in mode ?to= (ok)',
    goodClient: 'follows; the stored address stays',
    answer: (visit) =>
      send(visit, {
        status: numberOf(visit, 'code', 301),
        headers: { Location: visit.query.get('url') ?? `/${visit.query.get('to') ?? 'ok'}/${visit.site}` },
      }),
  },
  chain: {
    does: 'redirects ?k= (5) times, then serves the feed',
    goodClient: 'follows up to the limit of fetch (20)',
    answer: (visit) => {
      const left = numberOf(visit, 'k', 5);
      if (left <= 0) return sendConditionally(visit, visit.document.bytes);
      return send(visit, { status: 302, headers: { Location: `${visit.base}?k=${left - 1}` } });
    },
  },
  loop: {
    does: 'redirects to itself',
    goodClient: 'gives up and backs off, at most 21 requests',
    answer: (visit) => send(visit, { status: 302, headers: { Location: visit.base } }),
  },
  'loop-2': {
    does: 'two addresses redirect to each other',
    goodClient: 'gives up and backs off, at most 21 requests',
    answer: (visit) =>
      send(visit, { status: 302, headers: { Location: visit.rest ? visit.base : `${visit.base}/other` } }),
  },
  'no-location': {
    does: 'answers 302 without Location',
    goodClient: 'an error, not a feed',
    answer: (visit) => send(visit, { status: 302 }),
  },
  'redirect-to': {
    does: 'redirects to ?url=, e.g. file:, data:, a private or metadata address',
    goodClient: 'an error; nothing of the target is stored',
    answer: (visit) => send(visit, { status: 302, headers: { Location: visit.query.get('url') ?? '' } }),
  },
  '301-once': moved(
    'redirects (301) to a dead address on the first request only',
    'keeps the stored address',
    (visit) => (visit.earlier === 0 ? `/status/${visit.site}?code=404` : null),
  ),
  '301-portal': moved(
    'redirects (301) to a login page, as a captive portal does',
    'keeps the stored address and all else',
    (visit) => `/portal/${visit.site}`,
  ),
  '301-dup': moved(
    'redirects (301) to an address that may be subscribed already',
    'keeps both apart and proposes to merge them',
    (visit) => `/ok/${visit.site}`,
  ),
  'tmp-perm': {
    does: 'redirects for now (302) to an address that redirects for ever (301)',
    goodClient: 'keeps the stored address: not every hop was for ever',
    answer: (visit) =>
      send(visit, { status: 302, headers: { Location: `/redirect/${visit.site}?code=301&to=ok` } }),
  },
  portal: {
    does: 'a captive portal: 200 with a login page',
    goodClient: 'articles, address and validators stay as they were',
    answer: (visit) =>
      send(visit, {
        headers: { 'Content-Type': 'text/html' },
        body: '<!doctype html><title>Log in to the network</title><form><input name="room"></form>',
      }),
  },
  html: {
    does: 'serves the site in place of the feed, announcing it with link rel=alternate',
    goodClient: 'subscribing finds the feed; polling says "a web page in place of the feed"',
    answer: (visit) =>
      send(visit, {
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body: `<!doctype html><title>${visit.site}</title><link rel="alternate" type="${visit.document.contentType}" title="Feed" href="/ok/${visit.site}"><p>Welcome.`,
      }),
  },
  'page-two': {
    does: 'a page that announces two feeds',
    goodClient: 'lets the reader choose',
    answer: (visit) =>
      send(visit, {
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body: `<!doctype html><title>Two</title><link rel="alternate" type="application/rss+xml" title="One" href="/ok/${visit.site}"><link rel="alternate" type="application/atom+xml" title="Two" href="/etag/${visit.site}">`,
      }),
  },
  'not-modified-always': {
    does: 'answers 304 to every conditional request, whatever changed',
    goodClient: 'asks once without validators after 8 days',
    answer: (visit) =>
      visit.request.headers['if-none-match']
        ? send(visit, { status: 304, headers: { ETag: '"stuck"' } })
        : send(visit, {
            headers: { 'Content-Type': visit.document.contentType, ETag: '"stuck"' },
            body: visit.document.bytes,
          }),
  },
  skew: {
    does: 'its clock is ?days= (400) off; Expires lies an hour after its own Date',
    goodClient: 'measures Expires against Date, never against its own clock',
    answer: (visit) => {
      const now = visit.clock() - numberOf(visit, 'days', 400) * 86_400_000;
      sendConditionally(visit, visit.document.bytes, {
        Date: new Date(now).toUTCString(),
        Expires: new Date(now + 3_600_000).toUTCString(),
      });
    },
  },
};

function moved(does: string, goodClient: string, target: (visit: Visit) => string | null): Mode {
  return {
    does,
    goodClient,
    answer: (visit) => {
      const to = target(visit);
      if (to === null) sendConditionally(visit, visit.document.bytes);
      else send(visit, { status: 301, headers: { Location: to } });
    },
  };
}
