import type { NextCheckReason } from '../model/feed';
import type { Problem } from '../model/problem';
import { outsideSkipped } from './skipped-hours';
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
  /** It has answered the last such request with 304. */
  answers304: boolean;
  /** Its host has asked for patience before: whole answers once a day are enough. */
  wantsDay: boolean;
  /** The mean time between two articles; null where unknown. */
  meanGapMs: number | null;
  /** The reader's own interval in minutes; 0 for none. */
  checkEvery: number;
  /** What Cache-Control or Expires ask for. */
  freshnessMs: number;
  /** What the document asks for. */
  askedMs: number;
  skipHours: readonly number[];
  skipDays: readonly number[];
  /** What Retry-After asked for; null without the header. */
  retryAfterMs: number | null;
  /** 0 to 1: spreads feeds that were checked together. */
  random: number;
}

export interface NextCheck {
  /** ms since the epoch. */
  at: number;
  reason: NextCheckReason;
}

type Wait = [ms: number, reason: NextCheckReason];

/**
 * No feed is asked sooner by itself (ms): an hour, or down to 15 minutes where the reader wants it and the server answers
 * with 304.
 */
export function shortestWaitMs(checkEveryMinutes: number, answers304: boolean): number {
  const wanted = checkEveryMinutes > 0 && answers304 ? checkEveryMinutes * minute : hour;
  return Math.min(hour, Math.max(15 * minute, wanted));
}

const slowestPaceMs = 12 * hour;
const wholeAnswersMs = 4 * hour;

/** After these the reader or the network must change something first; no server was wronged, none is asked harder. */
const patience: Partial<Record<Problem['kind'], Wait>> = {
  offline: [5 * minute, 'offline'],
  'permission-missing': [hour, 'permission'],
  'storage-full': [hour, 'storage'],
  'storage-failed': [hour, 'storage'],
  gone: [day, 'gone'],
};

/** 401, 403 and 404 rarely heal within the hour. */
const slowStatuses = new Set([401, 403, 404]);

/**
 * When a feed is to be checked again, and why then (polling S-1, S-2, S-6, S-7). After success: a tenth of the mean gap
 * between its articles, one to twelve hours (at least four where the server gives no validators, a day where it has also
 * asked for patience), or what the reader, the
 * server or the document ask for, at most a day, up to a tenth later, not in hours it wants to be spared. After failure:
 * an hour, doubled each time, at most a day. Never within Retry-After.
 */
export function nextCheck(result: CheckResult): NextCheck {
  const { now, problem, random } = result;
  const [wait, reason] = problem ? afterFailure(problem, result) : afterSuccess(result);
  const at = Math.round(now + wait * (1 + random * (problem ? 1 / 4 : 1 / 10)));
  const held = now + (result.retryAfterMs ?? 0);
  if (held > at) return { at: Math.round(held + random * minute), reason: 'retry-after' };
  const spared = problem ? at : outsideSkipped(at, result);
  return spared > at ? { at: spared, reason: 'skipped-hours' } : { at, reason };
}

function afterSuccess(result: CheckResult): Wait {
  const waits: Wait[] = [ownWait(result), [result.freshnessMs, 'server'], [result.askedMs, 'document']];
  const [wait, reason] = waits.reduce((longest, each) => (each[0] > longest[0] ? each : longest));
  return [Math.min(day, wait), reason];
}

/** What we would do if nobody asked for anything. */
function ownWait({ conditional, answers304, wantsDay, checkEvery, meanGapMs }: CheckResult): Wait {
  const shortest = shortestWaitMs(checkEvery, answers304);
  const pace: Wait =
    checkEvery > 0
      ? [Math.max(shortest, checkEvery * minute), 'reader']
      : [Math.min(slowestPaceMs, Math.max(shortest, (meanGapMs ?? 0) / 10)), 'pace'];
  const whole = wantsDay ? day : wholeAnswersMs;
  return conditional || pace[0] >= whole ? pace : [whole, 'whole-answers'];
}

/** How long to wait for the network after so many rounds in a row without it (ms). */
export function offlineWaitMs(rounds: number): number {
  return Math.min(hour, 5 * minute * 2 ** (rounds - 1));
}

function afterFailure(problem: Problem, { failures }: CheckResult): Wait {
  const fixed = patience[problem.kind];
  if (fixed) return fixed;
  const slow = problem.kind === 'http-status' && slowStatuses.has(problem.status);
  const steps = Math.min(failures - 1 + (slow ? 2 : 0), 5);
  return [Math.min(day, hour * 2 ** Math.max(0, steps)), 'failed'];
}
