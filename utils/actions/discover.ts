import type { FeedLink } from '../discover/feed-link';
import type { Input, Output } from '../messages/protocol';
import type { ParsedFeed } from '../model/parsed';
import { type FeedCandidate, ProblemError } from '../model/problem';
import { HostQueue } from './host-queue';
import { lookAt, lookAtTyped, type Place, placesTyped } from './look-at';
import { unread } from './subscribe';
import type { World } from './world';

/** A page may name any number of feeds: no more than these are asked, the others are offered by name alone. */
const maxRead = 12;

/** The feeds at an address or of its page, each read, to choose from. Throws as `subscribe` does. */
export async function discover(world: World, input: Input<'discover'>): Promise<Output<'discover'>> {
  return world.keepAlive(async () => {
    const sight = await lookAtTyped(world, placesTyped(input.url));
    if (sight.kind === 'feed') return { candidates: [candidate(sight.place.url, sight.parsed)] };
    const { links, place } = sight;
    const queue = new HostQueue(6);
    const read = links
      .slice(0, maxRead)
      .map((link) => queue.run(new URL(link.url).host, () => readLink(world, link, place)));
    const found = (await Promise.all(read)).filter((each) => each !== null);
    const candidates = [...found, ...links.slice(maxRead).map(unread)];
    if (candidates.length === 0) throw new ProblemError({ kind: 'no-feed-found', address: place.url });
    return { candidates };
  });
}

/** The feed behind a link; null when there is something else, unread when we could not look. */
async function readLink(
  world: World,
  link: FeedLink,
  { privateAllowed }: Place,
): Promise<FeedCandidate | null> {
  try {
    const sight = await lookAt(world, { url: link.url, privateAllowed });
    return sight.kind === 'feed' ? candidate(link.url, sight.parsed, link.title) : null;
  } catch (error) {
    const nothing = error instanceof ProblemError && error.problem.kind === 'no-feed-found';
    return nothing ? null : unread(link);
  }
}

function candidate(url: string, { title, format, entries }: ParsedFeed, linkTitle = ''): FeedCandidate {
  const times = entries.map(({ published, updated }) => published ?? updated ?? 0);
  const newestAt = times.reduce((newest, time) => Math.max(newest, time), 0) || null;
  return { url, title: title || linkTitle, format, newestAt, entryCount: entries.length };
}
