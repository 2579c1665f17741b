import { listFeeds } from '../db/feeds';
import { getIcons, storeIcon } from '../db/icons';
import { iconAddresses, isOwnAnswer } from '../discover/icon-addresses';
import type { Feed } from '../model/feed';
import { fetchImage } from '../net/fetch-image';
import { oneAtATime } from './one-at-a-time';
import type { World } from './world';

const day = 86_400_000;
/** How long one is good, and how long a site without one is left alone. */
const shelfLife = { found: 30 * day, none: 7 * day };
/** An icon of 16 px is some kB; what is larger is no icon. */
const limit = 200_000;
/** So many in one go, one after the other: icons are never urgent. */
const mostAtOnce = 20;

const inTurn = oneAtATime();

/**
 * Asks the sites of feeds that have no icon yet, or an old one, for theirs, as far as the reader lets us. Raster pictures
 * only: an SVG is a document. Never rejects.
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
    const addresses = fresh.has(feed.id) ? [] : await allowed(world, iconAddresses(feed));
    if (addresses.length > 0) wanted.push({ feed, addresses });
  }
  let found = false;
  for (const { feed, addresses } of wanted) {
    const blob = await findIcon(addresses);
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

async function findIcon(addresses: readonly string[]): Promise<Blob | null> {
  for (const url of addresses) {
    const answer = await fetchImage({ url, privateAllowed: false, limit });
    if (answer.kind !== 'image' || answer.type === 'image/svg+xml') continue;
    if (isOwnAnswer(url, answer.url)) return new Blob([answer.bytes], { type: answer.type });
  }
  return null;
}
