import { type Feed, feedName } from '../../utils/model/feed';

/** Whether the feed's name or one of its addresses holds the words; every feed is found by none. */
export function isFound(feed: Feed, words: string): boolean {
  const wanted = words.trim().toLocaleLowerCase();
  const texts = [feedName(feed), ...feed.sources.map(({ url }) => url)];
  return wanted === '' || texts.some((text) => text.toLocaleLowerCase().includes(wanted));
}
