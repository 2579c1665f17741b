import { leaseFeed, storeChecked } from '../db/checks';
import type { Feed } from '../model/feed';
import { type Problem, ProblemError } from '../model/problem';
import type { FetchAnswer } from '../net/answer';
import { letGo } from '../net/read-body';
import { isHeld } from '../schedule/due';
import { isForced, leased } from '../schedule/lease';
import { activeIndex } from '../schedule/sources';
import { askSource } from './ask-source';
import { rowAfter } from './feed-row';
import { type Finding, nothingNew, nothingNewIn } from './finding';
import { type Gate, openGate } from './gate';
import { type Reached, reachedBy } from './reach';
import type { Refreshed } from './store-document';
import type { World } from './world';

/**
 * Checks a feed now: leases it, asks its address, understands what is new, stores that with the feed's row, and tells the
 * pages. A feed whose host wants to be left alone is not asked. `note` hears what the request tells of the way to the
 * network; the request waits for `gate`. Never rejects.
 */
export async function refreshFeed(
  world: World,
  feedId: number,
  note: (reached: Reached) => void = () => undefined,
  gate: Gate = openGate,
): Promise<Refreshed> {
  try {
    const feed = await lease(feedId, world.now());
    const source = feed?.sources[activeIndex(feed)];
    if (!feed || !source) return { newEntries: 0, failed: false };
    const answer = await askSource(world, source, isForced(source), gate);
    const refreshed = await storeAnswer(world, feed, answer).catch((error) =>
      storeFailure(world, feed, answer, error),
    );
    note(reachedBy(feed, source, answer, refreshed));
    return refreshed;
  } catch {
    // Not even a line in the feed's row can be written: the lease runs out and the feed has its turn again.
    return { newEntries: 0, failed: true };
  }
}

/** Written before the request. null for a feed that must not be asked. */
function lease(feedId: number, now: number): Promise<Feed | null> {
  return leaseFeed(feedId, (feed) => {
    const asks = feed.removedAt === null && feed.sources.length > 0 && !isHeld(feed, now);
    return asks ? leased(feed, now) : null;
  });
}

async function storeAnswer(world: World, feed: Feed, answer: FetchAnswer): Promise<Refreshed> {
  if (answer.kind === 'problem') return storeFailure(world, feed, answer, new ProblemError(answer.problem));
  const nothing = nothingNewIn(feed, answer);
  if (nothing) {
    if (answer.kind === 'body') letGo(answer.bytes);
    return storeRow(world, feed, answer, nothing);
  }
  // Most checks find nothing new: what understands documents is loaded when there is one.
  const { storeBody } = await import('./store-document');
  return storeBody(world, feed, answer as Extract<FetchAnswer, { kind: 'body' }>);
}

async function storeRow(world: World, feed: Feed, answer: FetchAnswer, finding: Finding): Promise<Refreshed> {
  const patch = rowAfter(world, feed, answer, finding);
  await storeChecked(feed.id, (current) => ({ ...current, ...patch }));
  return { newEntries: 0, failed: finding.problem !== null };
}

async function storeFailure(
  world: World,
  feed: Feed,
  answer: FetchAnswer,
  error: unknown,
): Promise<Refreshed> {
  const problem: Problem =
    error instanceof ProblemError ? error.problem : { kind: 'internal', detail: String(error) };
  const refreshed = await storeRow(world, feed, answer, { ...nothingNew, outcome: 'failed', problem });
  const wait = answer.timing.retryAfter !== null || answer.status === 429 || answer.status === 503;
  if (wait) {
    const { holdHost } = await import('./hold-host');
    await holdHost(feed.id, world.now());
  }
  return problem.kind === 'not-a-feed' ? { ...refreshed, isPage: true } : refreshed;
}
