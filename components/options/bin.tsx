import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { listRemovedFeeds } from '../../utils/db/feeds';
import { listMerges } from '../../utils/db/merge-feeds';
import { type Feed, feedName } from '../../utils/model/feed';
import { binDays } from '../../utils/model/retention';
import { now } from '../shared/clock';
import { FeedMark } from '../shared/feed-mark';
import { feeds } from '../shared/feeds-state';
import { countWords, uiLanguage } from '../shared/locale';
import { perform } from '../shared/perform';
import { dayWords } from '../shared/time-words';
import { toast } from '../shared/toasts';
import { shortAddress } from './address-words';
import { followerOf } from './addresses';
import { feedHash } from './place';

const day = 86_400_000;

/** A feed that can come back, and what it has become part of, if it has. */
interface Removed {
  feed: Feed;
  partOf: string | null;
}

async function loadBin(): Promise<Removed[]> {
  const [removed, merges] = await Promise.all([listRemovedFeeds(), listMerges()]);
  const known = new Map([...removed, ...feeds.value].map((feed) => [feed.id, feed]));
  return removed.map((feed) => {
    const home = known.get(merges.find(({ from }) => from === feed.id)?.into ?? 0);
    return { feed, partOf: home ? feedName(home) : null };
  });
}

async function bringBack(feed: Feed): Promise<void> {
  if ((await perform('restoreFeed', { feedId: feed.id })) === null) return;
  toast(t('binBack', [feedName(feed)]));
  // its page offers to make one of the two
  if (feed.sources.some(({ url }) => followerOf(feed, url))) location.hash = feedHash(feed.id);
}

function Line({ feed, partOf }: Removed) {
  const name = feedName(feed);
  const label = partOf === null ? t('binRestore') : t('binUnmerge');
  const until = t('binUntil', [dayWords((feed.removedAt ?? 0) + binDays * day, now.value, uiLanguage())]);
  return (
    <li class="feed-row">
      <FeedMark name={name} feedId={feed.id} />
      <div class="feed-names">
        <span dir="auto">{name}</span>
        <span class="quiet address">{shortAddress(feed.sources[0]?.url ?? '')}</span>
      </div>
      <div class="feed-state quiet">{partOf === null ? until : `${t('binPartOf', [partOf])} · ${until}`}</div>
      <div class="feed-actions">
        <button
          type="button"
          class="button small"
          aria-label={`${label}: ${name}`}
          onClick={() => void bringBack(feed)}
        >
          {label}
        </button>
      </div>
    </li>
  );
}

/** What the reader has unsubscribed from, or made part of other feeds, in the last 30 days: each comes back as it was. */
export function Bin() {
  const [removed, setRemoved] = useState<readonly Removed[]>([]);
  const present = feeds.value;
  useEffect(() => {
    // what was read before a later change, as in the midst of a merge, may answer after it
    let isPresent = true;
    void loadBin().then(
      (loaded) => isPresent && setRemoved(loaded),
      () => undefined,
    );
    return () => {
      isPresent = false;
    };
  }, [present]);
  if (removed.length === 0) return present.length === 0 ? null : <p class="bin quiet">{t('binEmpty')}</p>;
  return (
    <details class="bin">
      <summary>{countWords('binCount', removed.length)}</summary>
      <ul>
        {removed.map((one) => (
          <Line key={one.feed.id} {...one} />
        ))}
      </ul>
    </details>
  );
}
