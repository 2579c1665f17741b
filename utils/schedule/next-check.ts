import type { Feed } from '../model/feed';
import type { Problem } from '../model/problem';
import { day, hour, minute } from './times';

export interface CheckResult {
  /** When the check ended, ms. */
  now: number;
  /** What kept it from success; null after a good one. */
  problem: Problem | null;
  /** Failed checks in a row, this one included. */
  failures: number;
  /** The server gives ETag or Last-Modified: asking is cheap for it. */
  conditional: boolean;
  freshnessMs: number;
  /** What Retry-After asked for; null without the header. */
  retryAfterMs: number | null;
  /** 0 to 1: spreads feeds that were checked together. */
  random: number;
}

/** After these the reader or the network must change something first; no server was wronged, none is asked harder. */
const patience: Partial<Record<Problem['kind'], number>> = {
  offline: 5 * minute,
  'permission-missing': hour,
  'storage-full': hour,
  'storage-failed': hour,
  gone: day,
};

/** 401, 403 and 404 rarely heal within the hour. */
const slowStatuses = new Set([401, 403, 404]);

/**
 * When a feed is to be checked again, ms since the epoch (polling S-1, S-6, S-7). After success: 60 minutes (4 hours
 * where the server gives no validators) or what it asks for, at most a day, up to a tenth later. After failure: an hour,
 * doubled each time, at most a day. Never within Retry-After.
 */
export function nextCheckAt(result: CheckResult): number {
  const { now, problem, random } = result;
  const wait = problem ? backoff(problem, result.failures, random) : regular(result);
  return now + Math.round(Math.max(wait, result.retryAfterMs ?? 0));
}

function regular({ conditional, freshnessMs, random }: CheckResult): number {
  const base = conditional ? hour : 4 * hour;
  return Math.min(day, Math.max(base, freshnessMs)) * (1 + random / 10);
}

function backoff(problem: Problem, failures: number, random: number): number {
  const fixed = patience[problem.kind];
  if (fixed !== undefined) return fixed * (1 + random / 10);
  const slow = problem.kind === 'http-status' && slowStatuses.has(problem.status);
  const steps = Math.min(failures - 1 + (slow ? 2 : 0), 5);
  return Math.min(day, hour * 2 ** Math.max(0, steps)) * (1 + random / 4);
}

type Times = Pick<Feed, 'nextCheckAt' | 'leaseUntil' | 'removedAt' | 'sources'>;

/**
 * When a feed's turn comes: not before its next check, nor while a poll that may still live holds it. Never for one in the
 * bin, or without an address to ask.
 */
export function dueAt({ nextCheckAt, leaseUntil, removedAt, sources }: Times): number {
  if (removedAt !== null || sources.length === 0) return Number.POSITIVE_INFINITY;
  return Math.max(nextCheckAt, leaseUntil);
}

export function isDue(feed: Times, now: number): boolean {
  return dueAt(feed) <= now;
}

/** First checks of many feeds that came at once (an import, a restore): one every two seconds, all within an hour. */
export function spreadOut(count: number, now: number): number[] {
  const step = Math.min(2000, hour / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => Math.round(now + index * step));
}
