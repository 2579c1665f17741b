import { listFeeds } from '../db/feeds';
import { getIcons, storeIcon } from '../db/icons';
import { iconAddresses, iconPage, iconsOnPage, isOwnAnswer } from '../discover/icon-addresses';
import type { Feed } from '../model/feed';
import { fetchFeed } from '../net/fetch-feed';
import { fetchImage } from '../net/fetch-image';
import { isHeld } from '../schedule/due';
import { decodeBytes } from '../text/decode';
import { oneAtATime } from './one-at-a-time';
import type { World } from './world';

const day = 86_400_000;
/** How long one is good, and how long a site without one is left alone. */
const shelfLife = { found: 30 * day, none: 7 * day };
/** An icon of 16 px is some kB; what is larger is no icon. */
const limit = 200_000;
/** Of a page that is read for its icon's name. */
const pageLimit = 2_000_000;
/** So many in one go, one after the other: icons are never urgent. */
const mostAtOnce = 20;

const inTurn = oneAtATime();

/**
 * Asks the sites of feeds that have no icon yet, or an old one, for theirs, as far as the reader lets us, and not while
 * they want to be left alone. Only where neither the usual place nor the feed's own word leads to one is the site's page
 * read for its name. Raster pictures only: an SVG is a document. Never rejects.
 */
export function fetchIcons(world: World): Promise<void> {
  return inTurn(() => fetchAll(world)).catch(() => undefined);
}

async function fetchAll(world: World): Promise<void> {
  if (navigator.onLine === false) return;
  const [feeds, rows] = await Promise.all([listFeeds(), getIcons()]);
  const now = world.now();
  const fresh = new Set(
    rows
      .filter(({ blob, askedAt }) => now - askedAt < (blob ? shelfLife.found : shelfLife.none))
      .map(({ feedId }) => feedId),
  );
  const wanted: { feed: Feed; addresses: string[] }[] = [];
  for (const feed of feeds) {
    if (wanted.length === mostAtOnce) break;
    const isFresh = fresh.has(feed.id) || isHeld(feed, now);
    const addresses = isFresh ? [] : await allowed(world, iconAddresses(feed));
    if (addresses.length > 0) wanted.push({ feed, addresses });
  }
  let found = false;
  for (const { feed, addresses } of wanted) {
    const blob = await iconOf(world, feed, addresses);
    const kept = rows.find(({ feedId }) => feedId === feed.id)?.blob ?? null;
    await storeIcon({ feedId: feed.id, blob: blob ?? kept, askedAt: now });
    found ||= blob !== null;
  }
  if (found) world.announce({ kind: 'icons' });
}

/** Without permission the request would reach the site all the same, and its answer would be kept from us. */
async function allowed(world: World, addresses: readonly string[]): Promise<string[]> {
  const may = await Promise.all(addresses.map((address) => world.hasAccess(address)));
  return addresses.filter((_, at) => may[at]);
}

async function iconOf(world: World, feed: Feed, addresses: readonly string[]): Promise<Blob | null> {
  const { blob, answered } = await findIcon(addresses);
  // a site that is down need not be asked for its page as well
  if (blob || !answered) return blob;
  return (await findIcon(await namedByPage(world, feed, addresses))).blob;
}

/** What the site's page says, without what was tried already. */
async function namedByPage(world: World, feed: Feed, tried: readonly string[]): Promise<string[]> {
  const [page] = await allowed(world, [iconPage(feed) ?? []].flat());
  if (page === undefined) return [];
  const wanted = { validators: null, privateAllowed: false, accept: 'text/html', limit: pageLimit };
  const answer = await fetchFeed({ url: page, ...wanted });
  if (answer.kind !== 'body' || !/html/i.test(answer.contentType) || !isOwnAnswer(page, answer.url))
    return [];
  const { text } = decodeBytes(answer.bytes, answer);
  const named = iconsOnPage(text, answer.url).filter((url) => !tried.includes(url) && isOwnAnswer(page, url));
  return allowed(world, named);
}

/** The first that is an icon. `answered`: somebody was there, with whatever. */
async function findIcon(addresses: readonly string[]): Promise<{ blob: Blob | null; answered: boolean }> {
  let answered = false;
  for (const url of addresses) {
    const answer = await fetchImage({ url, privateAllowed: false, limit });
    answered ||= answer.kind === 'image' || !answer.isSilent;
    if (answer.kind !== 'image' || answer.type === 'image/svg+xml') continue;
    if (isOwnAnswer(url, answer.url))
      return { blob: new Blob([answer.bytes], { type: answer.type }), answered };
  }
  return { blob: null, answered };
}
