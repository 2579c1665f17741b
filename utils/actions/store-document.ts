import type { NewEntry } from '../db/new-rows';
import { parseFeed } from '../feed/parse';
import type { Feed } from '../model/feed';
import type { ParsedFeed } from '../model/parsed';
import { ProblemError } from '../model/problem';
import { type FetchAnswer, isDelta } from '../net/answer';
import { letGo } from '../net/read-body';
import { activeIndex } from '../schedule/sources';
import { withRules } from './apply-rules';
import { documentFacts } from './document-kind';
import { rowAfter } from './feed-row';
import { weighingGate } from './gate';
import { sortDocument } from './sort-document';
import { sourceOf } from './source-row';
import { storeCheck } from './store-check';
import type { World } from './world';

export interface Refreshed {
  newEntries: number;
  failed: boolean;
  /** It failed, because something else came in place of the feed. */
  isPage?: boolean;
}

type BodyAnswer = Extract<FetchAnswer, { kind: 'body' }>;

/** Bytes that are understood and stored at one time: more would wait for the database as objects, and not as bytes. */
const inWork = weighingGate(512 * 1024);

/** Understands what a feed's address answered and stores it. Throws not-a-feed; rejects when it cannot be stored. */
export function storeBody(world: World, feed: Feed, answer: BodyAnswer): Promise<Refreshed> {
  return inWork(answer.size, () => storeNow(world, feed, answer));
}

async function storeNow(world: World, feed: Feed, answer: BodyAnswer): Promise<Refreshed> {
  const { url, bytes, contentType, contentLanguage } = answer;
  const parsed = parseFeed(bytes, { url, contentType, contentLanguage });
  if (!parsed) throw new ProblemError({ kind: 'not-a-feed', ...documentFacts(bytes, url) });
  letGo(bytes);
  return storeDocument(world, feed, answer, parsed);
}

/** Stores the entries of a document with the feed's row, and tells of the new ones. Rejects when it cannot. */
export async function storeDocument(
  world: World,
  feed: Feed,
  answer: BodyAnswer,
  parsed: ParsedFeed,
): Promise<Refreshed> {
  const { adopted, ...sorted } = await sortDocument(feed.id, parsed, world.now());
  const sent = { sentBy: feed.sources[activeIndex(feed)]?.url ?? '', sentAt: world.now() };
  const arrived = sorted.added.map((item) => ({ ...item, body: { ...item.body, ...sent } }));
  const changed = sorted.changed.map((item) => ({ ...item, body: { ...item.body, ...sent } }));
  const added = await withRules(feed, arrived);
  // What is new alone says nothing of what the feed still lists.
  const listing = isDelta(answer) ? undefined : sorted.listing;
  // what comes in as read is old, and no news
  const newEntries = countUnread(added);
  const outcome = added.length + changed.length > 0 ? 'new' : 'unchanged';
  const patch = rowAfter(world, feed, answer, {
    outcome,
    problem: null,
    // a rule that marks as read makes the feed no slower
    newEntries: countUnread(arrived),
    changedEntries: changed.length,
    source: sourceOf(answer, parsed),
    parsed,
  });
  const { entryIds } = await storeCheck(world, {
    feedId: feed.id,
    at: world.now(),
    patch,
    added,
    areNew: true,
    changed,
    adopted,
    ...(listing && { listing }),
  });
  if (newEntries > 0) world.announce({ kind: 'arrived', feedId: feed.id, count: newEntries });
  else if (entryIds.length > 0) world.announce({ kind: 'lists' });
  if (changed.length > 0)
    await tellEdited(
      world,
      feed,
      changed.map(({ entryId }) => entryId),
    );
  return { newEntries, failed: false };
}

function countUnread(entries: readonly NewEntry[]): number {
  return entries.filter(({ entry }) => entry.read === 0).length;
}

/** An edited article may show other pictures. */
async function tellEdited(world: World, feed: Feed, entryIds: number[]): Promise<void> {
  world.announce({ kind: 'entries', entryIds });
  if (!feed.keepsOffline) return;
  const { awaitKeeping } = await import('../db/kept-entries');
  await awaitKeeping(feed.id, entryIds, world.now(), () => true);
}
