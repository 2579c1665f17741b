import type { Check, Feed, Source } from '../model/feed';
import type { ParsedFeed } from '../model/parsed';
import type { Problem } from '../model/problem';
import type { FetchAnswer } from '../net/answer';
import { freshnessMs } from '../schedule/freshness';
import { nextCheckAt } from '../schedule/next-check';
import { retryAfterMs } from '../schedule/retry-after';
import type { World } from './world';

/** What a check came to, before it is stored. */
export interface Finding {
  outcome: Check['outcome'];
  problem: Problem | null;
  newEntries: number;
  /** What to remember of the address that answered. */
  source: Partial<Source>;
  parsed: ParsedFeed | null;
}

/** The server is not at fault, so the feed is not held to have failed. */
const uncounted = new Set<Problem['kind']>([
  'offline',
  'permission-missing',
  'storage-full',
  'storage-failed',
]);

function aboutFeed(feed: Feed, parsed: ParsedFeed | null): Partial<Feed> {
  if (!parsed) return {};
  return {
    title: parsed.title || feed.title,
    siteUrl: parsed.link || feed.siteUrl,
    description: parsed.description || feed.description,
    language: parsed.language || feed.language,
    iconUrl: parsed.icon || parsed.image || feed.iconUrl,
  };
}

function withRetryTime(problem: Problem | null, retryAt: number | null): Problem | null {
  return problem?.kind === 'http-status' ? { ...problem, retryAt } : problem;
}

function checkOf(answer: FetchAnswer, { outcome, newEntries }: Finding, at: number): Check {
  const { url, status, durationMs } = answer;
  const bytes = answer.kind === 'body' ? answer.bytes.length : 0;
  return { at, url, outcome, status, bytes, durationMs, newEntries };
}

/** What changes in the feed's row after a check: what was asked and answered, and when to ask again. */
export function rowAfter(world: World, feed: Feed, answer: FetchAnswer, finding: Finding): Partial<Feed> {
  const now = world.now();
  const { problem, parsed, newEntries } = finding;
  const counted = problem !== null && !uncounted.has(problem.kind);
  const failures = problem ? feed.failures + Number(counted) : 0;
  const wait = problem ? retryAfterMs(answer.timing, now) : null;
  const [first, ...others] = feed.sources;
  const source = first && { ...first, ...finding.source };
  return {
    ...aboutFeed(feed, parsed),
    sources: source ? [source, ...others] : [],
    leaseUntil: 0,
    failures,
    problem: withRetryTime(problem, wait === null ? null : now + wait),
    lastSuccessAt: problem ? feed.lastSuccessAt : now,
    lastNewAt: newEntries > 0 ? now : feed.lastNewAt,
    lastCheck: checkOf(answer, finding, now),
    nextCheckAt: nextCheckAt({
      now,
      problem,
      failures,
      conditional: Boolean(source?.validators),
      freshnessMs: freshnessMs(answer.timing, parsed),
      retryAfterMs: wait,
      random: world.random(),
    }),
  };
}
