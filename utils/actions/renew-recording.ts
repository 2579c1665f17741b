import { getBody, getEntry } from '../db/entry-lists';
import { getFeed } from '../db/feeds';
import { renewFiles } from '../db/renew-files';
import { entryKeys } from '../feed/identity';
import { parseFeed } from '../feed/parse';
import { renewedFile, withRenewed } from '../listening/same-file';
import type { Input, Output } from '../messages/protocol';
import type { Entry } from '../model/entry';
import type { Feed } from '../model/feed';
import type { ParsedEntry } from '../model/parsed';
import { ProblemError } from '../model/problem';
import { isHeld } from '../schedule/due';
import { activeIndex } from '../schedule/sources';
import { askSource } from './ask-source';
import { documentFacts } from './document-kind';
import { holdHost } from './hold-host';
import type { World } from './world';

/** Their host wants to be left alone. */
const isToWait = (status: number, retryAfter: string | null) =>
  retryAfter !== null || status === 429 || status === 503;

/** What the feed's address lists now, past all validators: they vouch for a document that is kept no longer. */
async function listedNow(world: World, feed: Feed): Promise<ParsedEntry[]> {
  const source = feed.sources[activeIndex(feed)];
  if (!source || feed.removedAt !== null) return [];
  if (isHeld(feed, world.now()))
    throw new ProblemError({ kind: 'http-status', status: 429, retryAt: feed.heldUntil ?? null });
  const answer = await askSource(world, { ...source, validators: null }, true);
  if (answer.kind === 'problem') {
    if (isToWait(answer.status, answer.timing.retryAfter)) await holdHost(feed.id, world.now());
    throw new ProblemError(answer.problem);
  }
  if (answer.kind !== 'body') return [];
  const { bytes, url, contentType, contentLanguage } = answer;
  const parsed = parseFeed(bytes, { url, contentType, contentLanguage });
  if (!parsed) throw new ProblemError({ kind: 'not-a-feed', ...documentFacts(bytes, url) });
  return parsed.entries;
}

/** The article as the feed lists it: by its id, else by link and title where just one has these. An id may stand for another one by now. */
function entryAmong(listed: readonly ParsedEntry[], { key, altKey, title, link }: Entry) {
  const keys = entryKeys(listed);
  const byKey = listed[keys.findIndex((each) => each.key === key)];
  if (byKey && (byKey.title === title || byKey.link === link)) return byKey;
  const twins = listed.filter((_, at) => keys[at]?.altKey === altKey);
  return twins.length === 1 ? twins[0] : undefined;
}

/**
 * Asks the feed of a recording that does not play for the address that it has now: many servers sign addresses for some
 * hours only. The article keeps what the feed lists, so that nothing of this costs a poll anything. Gives the address as it
 * was where the feed has no other. Throws no-such-entry, and what a request of the feed can come to.
 */
export function renewRecording(
  world: World,
  { entryId, url }: Input<'renewRecording'>,
): Promise<Output<'renewRecording'>> {
  return world.keepAlive(async () => {
    const [entry, body] = await Promise.all([getEntry(entryId), getBody(entryId)]);
    const feed = entry && (await getFeed(entry.feedId));
    if (!entry || !feed) throw new ProblemError({ kind: 'no-such-entry', entryId });
    const now = entryAmong(await listedNow(world, feed), entry);
    const renewed = now && renewedFile(url, body?.enclosures ?? [], now.enclosures);
    if (!renewed || renewed.url === url) return { url };
    await renewFiles(entryId, (before) => withRenewed(before, now.enclosures));
    world.announce({ kind: 'entries', entryIds: [entryId] });
    return { url: renewed.url };
  });
}
