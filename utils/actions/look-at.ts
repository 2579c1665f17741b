import { parseFeed } from '../feed/parse';
import type { Outline } from '../model/outline';
import type { ParsedFeed } from '../model/parsed';
import { type Problem, ProblemError } from '../model/problem';
import type { FetchAnswer } from '../net/answer';
import { parseOpml } from '../opml/parse-opml';
import { isPrivateHost, parseAddress } from '../text/address';
import { decodeBytes } from '../text/decode';
import { askSource } from './ask-source';
import { type Offer, offeredLinks, type Place } from './offered-links';
import type { World } from './world';

/** What stands at an address: a feed, or a page with links that may be feeds. */
export type Sight =
  | { kind: 'feed'; place: Place; answer: Extract<FetchAnswer, { kind: 'body' }>; parsed: ParsedFeed }
  | { kind: 'links'; place: Place; links: Offer[] };

function countFeeds(outlines: readonly Outline[]): number {
  return outlines.reduce((sum, { xmlUrl, children }) => sum + (xmlUrl ? 1 : countFeeds(children)), 0);
}

/** How many feeds a list of subscriptions has; 0 for every other document. */
function listedFeeds(text: string): number {
  const opml = parseOpml(text);
  return 'reason' in opml ? 0 : countFeeds(opml.outlines);
}

/** Asks an address and says what stands there. Throws the Problem that kept us from it, opml-found, or no-feed-found. */
export async function lookAt(world: World, place: Place): Promise<Sight> {
  const answer = await askSource(world, { ...place, validators: null });
  if (answer.kind === 'problem' && answer.problem.kind === 'permission-missing') {
    throw new ProblemError(answer.problem);
  }
  const isBody = answer.kind === 'body';
  const parsed = isBody ? parseFeed(answer.bytes, answer) : null;
  if (isBody && parsed) return { kind: 'feed', place, answer, parsed };
  const html = isBody ? decodeBytes(answer.bytes, { contentType: answer.contentType }).text : '';
  const feeds = listedFeeds(html);
  if (feeds > 0) throw new ProblemError({ kind: 'opml-found', address: place.url, feeds });
  // A site may keep its pages from us and not its feeds.
  const { rsshub } = await world.getSettings();
  const links = offeredLinks({ place, url: answer.url, html }, rsshub);
  if (links.length > 0) return { kind: 'links', place, links };
  throw new ProblemError(
    answer.kind === 'problem' ? answer.problem : { kind: 'no-feed-found', address: place.url },
  );
}

/** What the reader typed, as addresses to try in order. Throws address-invalid. */
export function placesTyped(text: string): [Place, ...Place[]] {
  const address = parseAddress(text);
  if (!address) throw new ProblemError({ kind: 'address-invalid', address: text.slice(0, 500) });
  const { url, typedScheme } = address;
  const privateAllowed = isPrivateHost(new URL(url).hostname);
  if (typedScheme) return [{ url, privateAllowed }];
  const other = url.startsWith('https:') ? url.replace('https:', 'http:') : url.replace('http:', 'https:');
  return [
    { url, privateAllowed },
    { url: other, privateAllowed },
  ];
}

function isUnreachable(error: unknown): error is { problem: Problem } {
  return error instanceof ProblemError && error.problem.kind === 'unreachable';
}

/** Looks at what the reader typed; where no scheme was given and nothing answers, under the other one too. */
export async function lookAtTyped(world: World, [first, second]: [Place, ...Place[]]): Promise<Sight> {
  return lookAt(world, first).catch((error: unknown) => {
    if (!second || !isUnreachable(error)) throw error;
    return lookAt(world, second).catch(() => {
      throw error;
    });
  });
}
