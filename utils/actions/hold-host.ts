import { getFeed, listFeeds, updateFeeds } from '../db/feeds';
import { heldWith } from '../schedule/hold';

/** One feed was told to wait: so are all of its host, those that wait in this round included. */
export async function holdHost(feedId: number, now: number): Promise<void> {
  const told = await getFeed(feedId);
  if (!told) return;
  const changes = heldWith(told, await listFeeds(), now);
  await updateFeeds([...changes.keys()], (feed) => changes.get(feed.id)?.(feed) ?? feed, 'poll');
}
