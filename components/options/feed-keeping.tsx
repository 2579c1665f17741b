import { useEffect, useState } from 'preact/hooks';
import { isArchive } from '../../utils/archive/archive-feed';
import { getUncleaned, saveUncleaned, watchUncleaned } from '../../utils/browser/cleaning-choices';
import { t } from '../../utils/browser/text';
import type { Feed } from '../../utils/model/feed';
import type { Retention } from '../../utils/model/retention';
import { FeedImagePolicy } from '../shared/feed-image-policy';
import { FullTextChoice } from '../shared/full-text-choice';
import { lazyView } from '../shared/lazy-view';
import { OfflineChoice } from '../shared/offline-choice';
import { perform } from '../shared/perform';
import { FeedScript } from './feed-script';
import { FeedSpeed } from './feed-speed';
import { JoinFeed } from './join-stories';
import { RetentionRules } from './retention-rules';
import { useRetention } from './use-retention';

function useUncleaned(): ReadonlySet<number> {
  const [uncleaned, setUncleaned] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    void getUncleaned().then(setUncleaned, () => undefined);
    return watchUncleaned(setUncleaned);
  }, []);
  return uncleaned;
}

function CleaningChoice({ feedId, isOff }: { feedId: number; isOff: boolean }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={!isOff}
        onChange={({ currentTarget }) => void saveUncleaned(feedId, !currentTarget.checked)}
      />
      {t('hideRepeats')}
    </label>
  );
}

const FeedHiding = lazyView(async () => (await import('./feed-hiding')).FeedHiding);

function FeedRetention({ feed }: { feed: Feed }) {
  const [base] = useRetention();
  const change = (own: Partial<Retention>) => {
    const retention = Object.keys(own).length > 0 ? own : null;
    void perform('setRetention', { feedId: feed.id, retention });
  };
  return <RetentionRules base={base} own={feed.retention ?? {}} inherits onChange={change} />;
}

/** How the feed's articles are shown and kept, where that is to differ from the other feeds. */
export function FeedKeeping({ feed }: { feed: Feed }) {
  const isOff = useUncleaned().has(feed.id);
  return (
    <>
      <section class="feed-part feed-reading">
        <h2>{t('sectionReading')}</h2>
        <CleaningChoice feedId={feed.id} isOff={isOff} />
        <JoinFeed feed={feed} />
        <FeedImagePolicy feedId={feed.id} />
        <FeedScript feed={feed} />
        <FeedSpeed feed={feed} />
        {!isArchive(feed) && <OfflineChoice feed={feed} />}
        {!isArchive(feed) && <FullTextChoice feed={feed} />}
      </section>
      <FeedHiding feed={feed} isOff={isOff} />
      <section class="feed-part">
        <h2>{t('keepTitle')}</h2>
        <p class="part-text">{t('keepText')}</p>
        <FeedRetention feed={feed} />
      </section>
    </>
  );
}
