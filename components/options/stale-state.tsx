import { type Feed, feedName } from '../../utils/model/feed';
import { now } from '../shared/clock';
import { healthWords } from './health-words';
import { feedHash } from './place';

/** What is wrong with a feed that comes, but not as it should; leads to its page. */
export function StaleState({ feed }: { feed: Feed }) {
  const { what } = healthWords(feed, now.value);
  return (
    <a class="feed-state warn" href={feedHash(feed.id)} aria-label={`${what}: ${feedName(feed)}`}>
      {what}
    </a>
  );
}
