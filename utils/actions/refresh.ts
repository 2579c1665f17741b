import { updateFeed } from '../db/feeds';
import type { Feed } from '../model/feed';
import { type Problem, ProblemError } from '../model/problem';
import type { FetchAnswer } from '../net/answer';
import { askSource } from './ask-source';
import { type Finding, rowAfter } from './feed-row';
import type { Refreshed } from './store-document';
import type { World } from './world';

/** Longer than any request may take: until then a second poll leaves the feed alone, should the first have died. */
const leaseMs = 60_000;

/**
 * Checks a feed now: leases it, asks its address, understands what is new, stores that with the feed's row, and tells the
 * pages. Never rejects.
 */
export async function refreshFeed(world: World, feedId: number): Promise<Refreshed> {
  try {
    const feed = await lease(feedId, world.now());
    const source = feed.sources[0];
    if (!source || feed.removedAt !== null) return { newEntries: 0, failed: false };
    const answer = await askSource(world, source);
    return await storeAnswer(world, feed, answer).catch((error) => storeFailure(world, feed, answer, error));
  } catch {
    // Not even a line in the feed's row can be written: the lease runs out and the feed has its turn again.
    return { newEntries: 0, failed: true };
  }
}

/** Written before the request: who comes after a kill sees that the server has been asked. */
function lease(feedId: number, now: number): Promise<Feed> {
  return updateFeed(feedId, (feed) => ({ ...feed, lastAttemptAt: now, leaseUntil: now + leaseMs }), 'poll');
}

async function storeAnswer(world: World, feed: Feed, answer: FetchAnswer): Promise<Refreshed> {
  if (answer.kind === 'problem') return storeFailure(world, feed, answer, new ProblemError(answer.problem));
  const { validators } = answer;
  if (answer.kind === 'not-modified') {
    return storeRow(world, feed, answer, { ...nothingNew, outcome: 'not-modified', source: { validators } });
  }
  if (answer.hash === feed.sources[0]?.bodyHash) {
    return storeRow(world, feed, answer, { ...nothingNew, outcome: 'unchanged', source: { validators } });
  }
  // Most checks find nothing new: what understands documents is loaded when there is one.
  const { storeBody } = await import('./store-document');
  return storeBody(world, feed, answer);
}

const nothingNew: Finding = { outcome: 'unchanged', problem: null, newEntries: 0, source: {}, parsed: null };

async function storeRow(world: World, feed: Feed, answer: FetchAnswer, finding: Finding): Promise<Refreshed> {
  const patch = rowAfter(world, feed, answer, finding);
  await updateFeed(feed.id, (current) => ({ ...current, ...patch }), 'poll');
  return { newEntries: 0, failed: finding.problem !== null };
}

function storeFailure(world: World, feed: Feed, answer: FetchAnswer, error: unknown): Promise<Refreshed> {
  const problem: Problem =
    error instanceof ProblemError ? error.problem : { kind: 'internal', detail: String(error) };
  return storeRow(world, feed, answer, { ...nothingNew, outcome: 'failed', problem });
}
