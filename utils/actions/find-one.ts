import type { FeedLink } from '../discover/feed-link';
import { type FeedCandidate, ProblemError } from '../model/problem';
import { lookAt, lookAtTyped, type Sight } from './look-at';
import type { Place } from './offered-links';
import type { World } from './world';

export type FeedSight = Extract<Sight, { kind: 'feed' }>;

/** A candidate whose document has not been read. */
export function unread({ url, title }: Pick<FeedLink, 'url' | 'title'>): FeedCandidate {
  return { url, title, format: '', newestAt: null, entryCount: null };
}

/** The feed at an address, or the one feed that its page offers. Throws several-feeds and whatever `lookAt` does. */
export async function findOne(world: World, places: [Place, ...Place[]]): Promise<FeedSight> {
  const sight = await lookAtTyped(world, places);
  if (sight.kind === 'feed') return sight;
  const { place, links } = sight;
  const sure = links.filter(({ rank }) => rank <= 1);
  const [only, ...others] = sure.length > 0 ? sure : links;
  if (!only || others.length > 0) {
    throw new ProblemError({ kind: 'several-feeds', candidates: links.map(unread) });
  }
  const feed = await lookAt(world, only);
  if (feed.kind === 'feed') return feed;
  throw new ProblemError({ kind: 'no-feed-found', address: place.url });
}
