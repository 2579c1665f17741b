import type { Exchange } from '../server/request-log';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What a server's operator would complain of, with examples. */
export interface ScoreCard {
  requests: number;
  checks: number;
  notModified: number;
  complaints: Record<Complaint, string[]>;
}

const complaints = [
  'unconditional though validators were given',
  'validators not byte for byte',
  'cookies',
  'referrer or origin',
  'gap under 60 minutes',
  'Retry-After broken',
  'max-age broken',
  'asked after 410',
  'more than one connection to a host',
  'less than 2 s between two of one host',
  'more than 21 requests in one check',
] as const;
type Complaint = (typeof complaints)[number];

/** The requests of one check: where an address leads on, the next comes at once. */
type Visit = [Exchange, ...Exchange[]];

function isSameCheck(last: Exchange, next: Exchange): boolean {
  const leadsOn = last.status >= 300 && last.status < 400 && last.answer.location !== undefined;
  return siteOf(last) === siteOf(next) && next.at - last.at < (leadsOn ? minute : 1);
}

/** Modes whose answers were no whole feed: their validators must not be kept. */
const notKept = new Set([
  'cut',
  'gzip-cut',
  'gzip-lie',
  'short',
  'empty',
  'portal',
  '301-portal',
  'html',
  'status',
]);

interface Asked {
  site: string;
  mode: string;
  visits: Visit[];
}

/** Reads a server's log as its operator would. Sites must have addresses of their own. */
export function scoreCard(exchanges: readonly Exchange[]): ScoreCard {
  const card: ScoreCard = {
    requests: exchanges.length,
    checks: 0,
    notModified: exchanges.filter(({ status }) => status === 304).length,
    complaints: Object.fromEntries(
      complaints.map((name) => [name, [] as string[]]),
    ) as ScoreCard['complaints'],
  };
  const say = (name: Complaint, { path, at }: Exchange) =>
    card.complaints[name].push(`${path} ${new Date(at).toISOString()}`);
  for (const exchange of exchanges) {
    if (exchange.headers.cookie !== undefined) say('cookies', exchange);
    if (exchange.headers.referer ?? exchange.headers.origin) say('referrer or origin', exchange);
    if (exchange.alongside > 0) say('more than one connection to a host', exchange);
  }
  for (const asked of bySite(exchanges)) {
    card.checks += asked.visits.length;
    judgeTimes(asked, say);
    judgeValidators(asked, say);
  }
  judgeHosts(exchanges, say);
  return card;
}

type Say = (name: Complaint, exchange: Exchange) => void;

function bySite(exchanges: readonly Exchange[]): Asked[] {
  const sites = new Map<string, Asked>();
  for (const exchange of exchanges) {
    const [, mode = '', site = ''] = exchange.path.split(/[/?]/);
    const asked = sites.get(site) ?? { site, mode, visits: [] };
    sites.set(site, asked);
    const visit = asked.visits.at(-1);
    const last = visit?.at(-1);
    if (last && isSameCheck(last, exchange)) visit?.push(exchange);
    else asked.visits.push([exchange]);
  }
  return [...sites.values()];
}

function judgeTimes({ visits }: Asked, say: Say): void {
  let goneSince: number | null = null;
  let stopped = false;
  for (const [index, visit] of visits.entries()) {
    const [first] = visit;
    if (visit.length > 21) say('more than 21 requests in one check', first);
    if (stopped) say('asked after 410', first);
    const before = visits[index - 1]?.at(-1);
    if (before) {
      const gap = first.at - before.at;
      if (gap < hour) say('gap under 60 minutes', first);
      if (gap < retryAfter(before)) say('Retry-After broken', first);
      if (gap < maxAge(before)) say('max-age broken', first);
    }
    const isGone = visit.at(-1)?.status === 410;
    stopped = isGone && goneSince !== null && first.at - goneSince >= day;
    goneSince = isGone ? (goneSince ?? first.at) : null;
  }
}

function retryAfter({ status, answer }: Exchange): number {
  const text = answer['retry-after'];
  const asks = status === 429 || status === 503;
  if (!asks && text === undefined) return 0;
  return /^\d+$/.test(text ?? '') ? Math.min(7 * day, Number(text) * 1000) : hour;
}

function maxAge({ answer }: Exchange): number {
  const seconds = /max-age=(\d+)/.exec(answer['cache-control'] ?? '')?.[1] ?? 0;
  return Math.min(day, Number(seconds) * 1000);
}

function judgeValidators({ mode, visits }: Asked, say: Say): void {
  let given: { etag: string; lastModified: string } | null = null;
  for (const visit of visits) {
    const last = visit.at(-1) ?? visit[0];
    const etag = visit[0].headers['if-none-match'] ?? '';
    const lastModified = visit[0].headers['if-modified-since'] ?? '';
    if (given && !etag && !lastModified) say('unconditional though validators were given', visit[0]);
    else if (etag !== (given?.etag ?? '') || lastModified !== (given?.lastModified ?? ''))
      say('validators not byte for byte', visit[0]);
    // A 226 names the whole document that its reader holds from then on (RFC 3229, 10.5.3).
    if ((last.status !== 200 && last.status !== 226) || notKept.has(mode)) continue;
    const { etag: newTag = '', 'last-modified': newDate = '' } = last.answer;
    given = newTag || newDate ? { etag: newTag, lastModified: newDate } : null;
  }
}

/** A host's Retry-After is for all of its feeds, and between any two checks lie two seconds. */
function judgeHosts(exchanges: readonly Exchange[], say: Say): void {
  const hosts = new Map<string, { until: number; last: Exchange }>();
  for (const exchange of exchanges) {
    const host = exchange.headers.host ?? '';
    const known = hosts.get(host);
    if (known && !isSameCheck(known.last, exchange)) {
      if (exchange.at < known.until) say('Retry-After broken', exchange);
      if (exchange.at - known.last.at < 2000) say('less than 2 s between two of one host', exchange);
    }
    const until = Math.max(known?.until ?? 0, exchange.at + retryAfter(exchange));
    hosts.set(host, { until, last: exchange });
  }
}

function siteOf({ path }: Exchange): string {
  return path.split(/[/?]/)[2] ?? '';
}

/** The card as a table. */
export function cardTable({ requests, checks, notModified, complaints: found }: ScoreCard): string {
  const rows = Object.entries(found).map(([name, { length }]) => `  ${String(length).padStart(6)}  ${name}`);
  const facts = [
    [requests, 'requests'],
    [checks, 'checks'],
    [notModified, 'answered with 304'],
  ].map(([count, name]) => `  ${String(count).padStart(6)}  ${name}`);
  return [...facts, ...rows].join('\n');
}
