import { wellKnownFeeds } from '../discover/well-known';
import { parseFeed } from '../feed/parse';
import type { Input, Output } from '../messages/protocol';
import type { ParsedFeed } from '../model/parsed';
import { type FeedCandidate, ProblemError } from '../model/problem';
import { isPrivateHost } from '../text/address';
import { calmBidi } from '../text/bidi';
import { askSource } from './ask-source';
import { unread } from './find-one';
import { HostQueue } from './host-queue';
import { lookAtTyped, placesTyped } from './look-at';
import { type Offer, offeredLinks } from './offered-links';
import type { World } from './world';

/** A page may name any number of feeds: no more than these are asked, the others are offered by name alone. */
const maxRead = 14;

/** How the document of a tab begins when it is a feed that the browser shows as it is, or as the text of a page. */
const feedSource = /(?:<|&lt;)(?:rss|feed|rdf:RDF|channel)[\s&>]|https?:\\?\/\\?\/jsonfeed\.org\\?\/version/i;

/**
 * The feeds at an address or of its page, each read, to choose from; with `further` those at the addresses where feeds
 * usually are. Throws as `subscribe` does.
 */
export async function discover(
  world: World,
  { url, further }: Input<'discover'>,
): Promise<Output<'discover'>> {
  return world.keepAlive(async () => {
    const places = placesTyped(url);
    const [place] = places;
    if (further) {
      const guesses = wellKnownFeeds(place.url).map((link) => ({ ...place, ...link }));
      return readOffers(world, guesses, place.url);
    }
    const sight = await lookAtTyped(world, places);
    if (sight.kind === 'feed') return { candidates: [candidate(sight.place.url, sight.parsed)] };
    return readOffers(world, sight.links, sight.place.url);
  });
}

/** The feeds of a page that the reader has open, from its HTML, which may be hostile; those we may ask are read. */
export async function findOnPage(
  world: World,
  { url, html, type }: Input<'findOnPage'>,
): Promise<Output<'findOnPage'>> {
  return world.keepAlive(async () => {
    const [{ url: pageUrl }] = placesTyped(url);
    const place = { url: pageUrl, privateAllowed: isPrivateHost(new URL(pageUrl).hostname) };
    const itself = { ...place, title: '', rank: 0 as const };
    if (!/html/i.test(type) && feedSource.test(html)) return readOffers(world, [itself], place.url);
    const { rsshub } = await world.getSettings();
    return readOffers(world, offeredLinks({ place, url: pageUrl, html }, rsshub), place.url);
  });
}

/** Reads what is offered. Throws no-feed-found where nothing of it is a feed. */
async function readOffers(
  world: World,
  offers: readonly Offer[],
  address: string,
): Promise<{ candidates: FeedCandidate[] }> {
  const queue = new HostQueue({ limit: 6 });
  const read = offers
    .slice(0, maxRead)
    .map((offer) => queue.run(new URL(offer.url).host, () => readOffer(world, offer)));
  const found = (await Promise.all(read)).filter((each) => each !== null);
  const rest = offers.slice(maxRead).filter(({ rank }) => rank < 3);
  const candidates = [...withoutDoubles(found), ...rest.map(unread)];
  if (candidates.length === 0) throw new ProblemError({ kind: 'no-feed-found', address });
  return { candidates };
}

/** A site may answer several addresses with one document. Those that were not read may differ. */
function withoutDoubles(candidates: readonly FeedCandidate[]): FeedCandidate[] {
  const facts = ({ title, format, newestAt, entryCount }: FeedCandidate) =>
    JSON.stringify([title, format, newestAt, entryCount]);
  const isSame = (a: FeedCandidate, b: FeedCandidate) => a.newestAt !== null && facts(a) === facts(b);
  return candidates.filter(
    (each, index) => candidates.findIndex((other) => other === each || isSame(each, other)) === index,
  );
}

/** The feed behind a link; unread when we could not look. null when nothing, or something else, is there. */
async function readOffer(world: World, offer: Offer): Promise<FeedCandidate | null> {
  const answer = await askSource(world, { ...offer, validators: null });
  if (answer.kind === 'body') {
    const parsed = parseFeed(answer.bytes, answer);
    return parsed && candidate(offer.url, parsed, offer.title);
  }
  // A guess that fails was wrong; what a page or a site's rule names may be there when it is asked again.
  return offer.rank === 3 || answer.status === 404 || answer.status === 410 ? null : unread(offer);
}

function candidate(url: string, { title, format, entries }: ParsedFeed, linkTitle = ''): FeedCandidate {
  const times = entries.map(({ published, updated }) => published ?? updated ?? 0);
  const newestAt = times.reduce((newest, time) => Math.max(newest, time), 0) || null;
  return { url, title: calmBidi(title || linkTitle), format, newestAt, entryCount: entries.length };
}
