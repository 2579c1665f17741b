import type { Check, Feed, Rhythm, Source } from '../model/feed';
import type { ParsedFeed } from '../model/parsed';
import type { Problem } from '../model/problem';
import { type FetchAnswer, isDelta } from '../net/answer';
import { historyOf, isGoneForGood } from '../schedule/history';
import { heldSources } from '../schedule/hold';
import { lastingProblem } from '../schedule/host-silent';
import { isForced } from '../schedule/lease';
import { type NextCheck, nextCheck } from '../schedule/next-check';
import { retryAfterMs } from '../schedule/retry-after';
import { meanGapMs, rhythmOf } from '../schedule/rhythm';
import { activeIndex, heldUntilOf } from '../schedule/sources';
import { calmBidi } from '../text/bidi';
import type { Finding } from './finding';
import { sourceAfter } from './source-row';
import { otherSource } from './take-over';
import type { World } from './world';

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
    title: calmBidi(parsed.title) || feed.title,
    siteUrl: parsed.link || feed.siteUrl,
    description: parsed.description || feed.description,
    language: parsed.language || feed.language,
    iconUrl: parsed.icon || parsed.image || feed.iconUrl,
  };
}

function checkOf(feed: Feed, answer: FetchAnswer, finding: Finding, at: number): Check {
  const { url, status, durationMs } = answer;
  const { outcome, newEntries, changedEntries = 0, problem } = finding;
  const source = feed.sources[activeIndex(feed)];
  const conditional = Boolean(source?.validators) && !(source && isForced(source));
  const bytes = answer.kind === 'body' ? answer.size : 0;
  return { at, url, outcome, status, bytes, durationMs, newEntries, changedEntries, conditional, problem };
}

/** How long the server wants to be left alone (ms); null when it does not say so. */
function askedToWait(answer: FetchAnswer, problem: Problem | null, now: number): number | null {
  if (!problem) return null;
  const wait = retryAfterMs(answer.timing, now);
  const tooMuch = answer.status === 429 || answer.status === 503;
  return tooMuch ? (wait ?? retryAfterMs({ retryAfter: '', date: null }, now)) : wait;
}

function rhythmAfter(feed: Feed, answer: FetchAnswer, finding: Finding, now: number): Rhythm | undefined {
  const { parsed, newEntries } = finding;
  const before = feed.rhythm ?? null;
  if (!parsed) return feed.rhythm;
  // of what is new alone no pace can be read
  if (before && isDelta(answer)) return { ...before, articles: before.articles + newEntries };
  return rhythmOf(parsed, { now, before, addedAt: feed.addedAt, arrived: newEntries });
}

/** What a check changes in the row, but for the time of the next one. */
function stateAfter(feed: Feed, answer: FetchAnswer, finding: Finding, now: number): Partial<Feed> {
  const { problem, parsed, newEntries } = finding;
  const counted = problem !== null && !uncounted.has(problem.kind);
  const asked = activeIndex(feed);
  const wait = askedToWait(answer, problem, now);
  const retryAt = wait === null ? null : now + wait;
  const rhythm = rhythmAfter(feed, answer, finding, now);
  const isGone = problem?.kind === 'gone' && isGoneForGood(historyOf(feed.sources[asked]), now);
  const answered = feed.sources.map((source, index) =>
    index === asked ? sourceAfter(source, answer, finding, { now, counted }) : source,
  );
  const isAsked = (source: Source) => source === answered[asked];
  const sources = retryAt === null ? answered : heldSources(answered, isAsked, retryAt);
  const failures = problem ? feed.failures + Number(counted) : 0;
  const failingSince = counted ? (feed.failingSince ?? now) : problem ? (feed.failingSince ?? null) : null;
  const lasting = problem && lastingProblem(problem, { failures, failingSince }, now);
  return {
    ...aboutFeed(feed, parsed),
    ...(rhythm && { rhythm }),
    sources,
    leaseUntil: 0,
    heldUntil: heldUntilOf({ sources }, now),
    failures,
    failingSince,
    problem: lasting?.kind === 'http-status' ? { ...lasting, retryAt } : lasting,
    stoppedAt: isGone ? now : null,
    // whether this failure is the network's, the round knows when it has asked others
    offlineRounds: problem ? (feed.offlineRounds ?? 0) : 0,
    lastSuccessAt: problem ? feed.lastSuccessAt : now,
    lastNewAt: newEntries > 0 ? now : feed.lastNewAt,
    lastCheck: checkOf(feed, answer, finding, now),
  };
}

function nextAfter(world: World, feed: Feed, wait: number | null): NextCheck {
  const now = world.now();
  const source = feed.sources[activeIndex(feed)];
  const { answers304, freshnessMs, wantsDay } = historyOf(source);
  return nextCheck({
    now,
    problem: feed.problem,
    failures: feed.failures,
    conditional: Boolean(source?.validators),
    answers304,
    wantsDay,
    meanGapMs: meanGapMs(feed.rhythm, now),
    checkEvery: feed.checkEvery ?? 0,
    freshnessMs,
    askedMs: feed.rhythm?.askedMs ?? 0,
    skipHours: feed.rhythm?.skipHours ?? [],
    skipDays: feed.rhythm?.skipDays ?? [],
    retryAfterMs: wait,
    random: world.random(),
  });
}

/** What changes in the feed's row after a check: what was asked and answered, and when to ask again. */
export function rowAfter(world: World, feed: Feed, answer: FetchAnswer, finding: Finding): Partial<Feed> {
  const now = world.now();
  const patch = stateAfter(feed, answer, finding, now);
  const after = { ...feed, ...patch };
  const other = finding.problem && otherSource(feed, after, now);
  if (other) return { ...patch, ...other };
  if (after.stoppedAt) return { ...patch, nextCheckReason: 'stopped' };
  const { at, reason } = nextAfter(world, after, askedToWait(answer, finding.problem, now));
  return { ...patch, nextCheckAt: at, nextCheckReason: reason };
}
