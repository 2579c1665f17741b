import { commitCheck } from '../db/commit-check';
import { updateFeed } from '../db/feeds';
import { parseFeed } from '../feed/parse';
import type { Feed } from '../model/feed';
import type { ParsedFeed } from '../model/parsed';
import { type Problem, ProblemError } from '../model/problem';
import type { FetchAnswer } from '../net/answer';
import { askSource } from './ask-source';
import { documentKind } from './document-kind';
import { type Finding, rowAfter } from './feed-row';
import { sortDocument } from './sort-document';
import type { World } from './world';

/** The story of one check: lease, ask, understand, store, tell. */
export interface Refreshed {
  newEntries: number;
  failed: boolean;
}

type BodyAnswer = Extract<FetchAnswer, { kind: 'body' }>;

/** Longer than any request may take: until then a second poll leaves the feed alone, should the first have died. */
const leaseMs = 60_000;

/** Checks a feed now and stores what came of it, in its row too. Never rejects. */
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
  const { url, bytes, contentType, contentLanguage } = answer;
  const parsed = parseFeed(bytes, { url, contentType, contentLanguage });
  if (!parsed) throw new ProblemError({ kind: 'not-a-feed', found: documentKind(bytes) });
  return storeDocument(world, feed, answer, parsed);
}

/** Stores the entries of a document with the feed's row, and tells of the new ones. Rejects when it cannot. */
export async function storeDocument(
  world: World,
  feed: Feed,
  answer: BodyAnswer,
  parsed: ParsedFeed,
): Promise<Refreshed> {
  const { added, changed } = await sortDocument(feed.id, parsed, world.now());
  // A cut document may lack entries: without validators it is asked for again in full.
  const source = parsed.truncated
    ? { validators: null, bodyHash: '' }
    : { validators: answer.validators, bodyHash: answer.hash };
  const newEntries = added.length;
  const outcome = newEntries + changed.length > 0 ? 'new' : 'unchanged';
  const patch = rowAfter(world, feed, answer, { outcome, problem: null, newEntries, source, parsed });
  const { entryIds } = await commitCheck({ feedId: feed.id, patch, added, changed });
  if (entryIds.length > 0) world.announce({ kind: 'arrived', feedId: feed.id, count: entryIds.length });
  if (changed.length > 0)
    world.announce({ kind: 'entries', entryIds: changed.map(({ entryId }) => entryId) });
  return { newEntries: entryIds.length, failed: false };
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
