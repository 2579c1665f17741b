import type { FeedLink } from '../discover/feed-link';
import { findFeeds } from '../discover/find-feeds';
import { siteFeeds } from '../discover/site-rules';
import { parseFeed } from '../feed/parse';
import type { ParsedFeed } from '../model/parsed';
import { type Problem, ProblemError } from '../model/problem';
import type { FetchAnswer } from '../net/answer';
import { isPrivateHost, parseAddress } from '../text/address';
import { decodeBytes } from '../text/decode';
import { askSource } from './ask-source';
import type { World } from './world';

/** An address to look at. */
export interface Place {
  url: string;
  /** The reader typed a private address, so private hosts may be asked. */
  privateAllowed: boolean;
}

/** What stands at an address: a feed, or a page with links that may be feeds. */
export type Sight =
  | { kind: 'feed'; place: Place; answer: Extract<FetchAnswer, { kind: 'body' }>; parsed: ParsedFeed }
  | { kind: 'links'; place: Place; links: FeedLink[] };

/** Links to what a page and its site offer; surest first. */
function linksOf(answer: FetchAnswer, place: Place): FeedLink[] {
  const ruled = [...siteFeeds(place.url), ...siteFeeds(answer.url)];
  const page =
    answer.kind === 'body' ? decodeBytes(answer.bytes, { contentType: answer.contentType }).text : '';
  const links = [...findFeeds(page, answer.url), ...ruled];
  const allowed = links.filter(
    ({ url }) => url !== place.url && (place.privateAllowed || !isPrivateHost(new URL(url).hostname)),
  );
  return allowed.filter(({ url }, index) => allowed.findIndex((other) => other.url === url) === index);
}

/** Asks an address and says what stands there. Throws the Problem that kept us from it, or no-feed-found. */
export async function lookAt(world: World, place: Place): Promise<Sight> {
  const answer = await askSource(world, { ...place, validators: null });
  if (answer.kind === 'body') {
    const parsed = parseFeed(answer.bytes, answer);
    if (parsed) return { kind: 'feed', place, answer, parsed };
  }
  // A site may keep its pages from us and not its feeds.
  const links = linksOf(answer, place);
  if (links.length > 0) return { kind: 'links', place, links };
  throw new ProblemError(
    answer.kind === 'problem' ? answer.problem : { kind: 'no-feed-found', address: place.url },
  );
}

/** What the reader typed, as addresses to try in order. Throws address-invalid. */
export function placesTyped(text: string): Place[] {
  const address = parseAddress(text);
  if (!address) throw new ProblemError({ kind: 'address-invalid', address: text.slice(0, 500) });
  const { url, typedScheme } = address;
  const privateAllowed = isPrivateHost(new URL(url).hostname);
  const other = url.startsWith('https:') ? url.replace('https:', 'http:') : url.replace('http:', 'https:');
  return (typedScheme ? [url] : [url, other]).map((each) => ({ url: each, privateAllowed }));
}

function isUnreachable(error: unknown): error is { problem: Problem } {
  return error instanceof ProblemError && error.problem.kind === 'unreachable';
}

/** Looks at what the reader typed; where no scheme was given and nothing answers, under the other one too. */
export async function lookAtTyped(world: World, places: Place[]): Promise<Sight> {
  const [first, second] = places;
  if (!first) throw new ProblemError({ kind: 'address-invalid', address: '' });
  return lookAt(world, first).catch((error: unknown) => {
    if (!second || !isUnreachable(error)) throw error;
    return lookAt(world, second).catch(() => {
      throw error;
    });
  });
}
