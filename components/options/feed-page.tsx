import { isArchive } from '../../utils/archive/archive-feed';
import { t } from '../../utils/browser/text';
import type { Feed } from '../../utils/model/feed';
import { now } from '../shared/clock';
import { feedsById, feedsStatus, loadFeeds } from '../shared/feeds-state';
import { Icon } from '../shared/icon';
import { RetryNote } from '../shared/retry-note';
import { FeedAddresses } from './feed-addresses';
import { FeedArticles } from './feed-articles';
import { FeedChecks } from './feed-checks';
import { FeedHead } from './feed-head';
import { FeedInterval } from './feed-interval';
import { FeedKeeping } from './feed-keeping';
import { HealthState } from './health-state';
import { healthWords } from './health-words';
import { place } from './place';
import { remediesFor } from './remedies';

function Health({ feed }: { feed: Feed }) {
  const words = healthWords(feed, now.value);
  const isWell = words.tone === 'ok' || words.tone === 'quiet';
  return (
    <section class={`feed-health ${words.tone}`} aria-label={t('colState')}>
      <HealthState words={words} />
      <div class="remedies">
        {remediesFor(feed, now.value).map(({ label, optional, run }, i) => (
          <button
            key={label}
            type="button"
            class={i === 0 && !isWell && !optional ? 'button primary' : 'button'}
            onClick={run}
          >
            {label}
          </button>
        ))}
      </div>
    </section>
  );
}

function Asked({ feed }: { feed: Feed }) {
  if (isArchive(feed)) return null;
  return (
    <>
      <FeedAddresses feed={feed} />
      <FeedInterval feed={feed} />
      <FeedChecks feed={feed} />
    </>
  );
}

function Page({ feed }: { feed: Feed }) {
  return (
    <>
      <FeedHead feed={feed} />
      <Health feed={feed} />
      <Asked feed={feed} />
      <FeedArticles feed={feed} />
      <FeedKeeping feed={feed} />
    </>
  );
}

/** All that is known and can be chosen of one feed: the options page's `#feed/<id>`. */
export function FeedPage() {
  const feed = feedsById.value.get(place.value.feedId ?? 0);
  const status = feedsStatus.value;
  return (
    <div class="feed-page">
      <a class="back-link" href="#feeds">
        <Icon name="back" />
        {t('sectionFeeds')}
      </a>
      {feed && <Page key={feed.id} feed={feed} />}
      {!feed && status === 'loading' && <div class="table-skeleton" aria-hidden="true" />}
      {!feed && status === 'failed' && <RetryNote text={t('feedsFailed')} onRetry={() => void loadFeeds()} />}
      {!feed && status === 'ready' && <p class="quiet no-feeds">{t('problemFeedGone')}</p>}
    </div>
  );
}
