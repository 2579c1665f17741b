import { listFeeds, updateFeeds } from '../db/feeds';
import type { Feed, Source } from '../model/feed';
import { historyOf } from '../schedule/history';
import { originPatterns } from '../text/address';
import { checkFeeds } from './poll';
import type { World } from './world';

/**
 * The reader has granted sites, or taken them back. A feed goes on with any of its addresses that may be asked, in her
 * order; one that has none left says what it lacks, and one that lacked it is checked.
 */
export async function accessChanged(world: World): Promise<void> {
  const feeds = (await listFeeds()).filter(({ sources }) => sources.length > 0);
  const addresses = [...new Set(feeds.flatMap(({ sources }) => sources.map(({ url }) => url)))];
  const access = await Promise.all(addresses.map((url) => world.hasAccess(url)));
  const allowed = new Set(addresses.filter((_, index) => access[index]));
  const isWrong = ({ sources, problem }: Feed) =>
    sources.some((source) => historyOf(source).isDenied === allowed.has(source.url)) ||
    (problem?.kind === 'permission-missing' && sources.some(({ url }) => allowed.has(url)));
  const changed = feeds.filter(isWrong);
  const after = await updateFeeds(
    changed.map(({ id }) => id),
    (feed) => withAccess(feed, allowed),
  );
  if (changed.length > 0) world.announce({ kind: 'feeds' });
  const without = new Set(
    changed.filter(({ problem }) => problem?.kind === 'permission-missing').map(({ id }) => id),
  );
  await checkFeeds(
    world,
    after.filter(({ id, problem }) => without.has(id) && problem === null),
  );
}

function withAccess(feed: Feed, allowed: ReadonlySet<string>): Feed {
  const sources = feed.sources.map(
    (source): Source => ({
      ...source,
      history: { ...historyOf(source), isDenied: !allowed.has(source.url) },
    }),
  );
  const isWithout = sources.every(({ url }) => !allowed.has(url));
  const origins = originPatterns(sources[0]?.url ?? '');
  if (isWithout) return { ...feed, sources, problem: { kind: 'permission-missing', origins } };
  return { ...feed, sources, problem: feed.problem?.kind === 'permission-missing' ? null : feed.problem };
}
