import { listFeeds, updateFeeds } from '../db/feeds';
import type { Feed } from '../model/feed';
import { originPatterns } from '../text/address';
import { checkFeeds } from './poll';
import type { World } from './world';

function isWithout(feed: Feed): boolean {
  return feed.problem?.kind === 'permission-missing';
}

/** The reader has granted sites, or taken them back: feeds that may be asked now are, the others say what they lack. */
export async function accessChanged(world: World): Promise<void> {
  const feeds = (await listFeeds()).filter(({ sources }) => sources.length > 0);
  const access = await Promise.all(feeds.map((feed) => world.hasAccess(feed.sources[0]?.url ?? '')));
  const granted = feeds.filter((feed, index) => access[index] && isWithout(feed));
  const lost = feeds.filter((feed, index) => !access[index] && !isWithout(feed));
  await updateFeeds(
    lost.map(({ id }) => id),
    (feed) => {
      const origins = originPatterns(feed.sources[0]?.url ?? '');
      return { ...feed, problem: { kind: 'permission-missing', origins } };
    },
  );
  if (lost.length > 0) world.announce({ kind: 'feeds' });
  await checkFeeds(world, granted);
}
