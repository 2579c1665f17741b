import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { type Feed, feedName } from '../../utils/model/feed';
import { feedHealth } from '../../utils/schedule/health';
import { suggestedAddress } from '../../utils/schedule/moved';
import { activeIndex } from '../../utils/schedule/sources';
import { now } from '../shared/clock';
import { sentences } from '../shared/locale';
import { problemWords } from '../shared/problem-words';
import { hostWords, shortAddress } from './address-words';
import { addAddress, addressTaken, followerOf, mergeFeeds, replaceAddress } from './addresses';
import { FeedAddress } from './feed-address';
import { openTwins } from './remedies';

/** The background keeps no more. */
const mostAddresses = 20;
/** Suggestions are for a glance. */
const mostTwins = 4;

/** Said here where something graver is said above. */
function Moved({ feed }: { feed: Feed }) {
  const active = feed.sources[activeIndex(feed)];
  const url = suggestedAddress(active, now.value);
  const isSaidAbove = !feed.problem && !feed.stoppedAt && feedHealth(feed, now.value).kind === 'moved';
  if (!active || url === '' || isSaidAbove) return null;
  const other = followerOf(feed, url);
  const [words, label, run] = other
    ? [
        t('movedFollowed', [shortAddress(url), feedName(other)]),
        t('mergeWith', [feedName(other)]),
        () => void mergeFeeds(feed, other),
      ]
    : [
        t('movedQuestion', [shortAddress(url)]),
        t('movedUpdate'),
        () => replaceAddress(feed, active.url, url),
      ];
  return (
    <div class="moved-note" role="note">
      <p>{words}</p>
      <button type="button" class="button" onClick={run}>
        {label}
      </button>
    </div>
  );
}

function Twins({ feed }: { feed: Feed }) {
  const twins = openTwins(feed).slice(0, mostTwins);
  if (twins.length === 0) return null;
  return (
    <div class="twins">
      <span class="quiet">{t('addressTwins')}</span>
      {twins.map((url) => (
        <button
          key={url}
          type="button"
          class="button small"
          title={url}
          onClick={() => void addAddress(feed, url)}
        >
          {t('addressTwin', [hostWords(url, feed.sources[0]?.url)])}
        </button>
      ))}
    </div>
  );
}

/** What was typed is followed already: two that are one become one, this one. */
function MergeOffer({ feed, other, onMerge }: { feed: Feed; other: Feed; onMerge: () => void }) {
  const merge = () => {
    onMerge();
    void mergeFeeds(other, feed);
  };
  return (
    <div class="moved-note" role="note">
      <p>{t('addressFollowed', [feedName(other)])}</p>
      <button type="button" class="button" onClick={merge}>
        {t('mergeHere', [feedName(other)])}
      </button>
    </div>
  );
}

/** Another of the reader's feeds has one of these addresses: both ask the same. */
function SharedAddress({ feed }: { feed: Feed }) {
  for (const { url } of feed.sources) {
    const other = followerOf(feed, url);
    if (other) return <MergeOffer feed={feed} other={other} onMerge={() => undefined} />;
  }
  return null;
}

function AddForm({ feed }: { feed: Feed }) {
  const [refused, setRefused] = useState('');
  const [other, setOther] = useState<Feed | null>(null);
  const take = (form: HTMLFormElement) => {
    const input = form.elements.namedItem('address');
    if (!(input instanceof HTMLInputElement)) return;
    const typed = input.value.trim();
    const taken = addressTaken(feed, typed);
    setOther(taken && 'other' in taken ? taken.other : null);
    const isAdded = !taken && addAddress(feed, typed);
    const { what, todo } = problemWords({ kind: 'address-invalid', address: typed });
    setRefused(taken || isAdded ? '' : sentences([what, todo]));
    if (taken && 'own' in taken) setRefused(t('addressOwn'));
    if (isAdded) form.reset();
  };
  return (
    <form
      class="add-address"
      onSubmit={(event) => {
        event.preventDefault();
        take(event.currentTarget);
      }}
    >
      <label for="add-address">{t('addAddress')}</label>
      <div class="address-line">
        <input
          id="add-address"
          name="address"
          type="text"
          inputMode="url"
          autocapitalize="none"
          spellcheck={false}
          required
          aria-describedby="add-address-text"
          aria-invalid={refused !== ''}
        />
        <button type="submit" class="button">
          {t('addAddressButton')}
        </button>
      </div>
      <p id="add-address-text" class="bad-text" role="status">
        {refused}
      </p>
      <div role="status">
        {other && <MergeOffer feed={feed} other={other} onMerge={() => setOther(null)} />}
      </div>
    </form>
  );
}

/** A feed's addresses in the order of the reader's wish, which is in use and why, and where others may be. */
export function FeedAddresses({ feed }: { feed: Feed }) {
  return (
    <section class="feed-part">
      <h2>{t('feedAddresses')}</h2>
      <p class="part-text">{t('feedAddressesText')}</p>
      <Moved feed={feed} />
      <SharedAddress feed={feed} />
      <ol class="addresses">
        {feed.sources.map(({ url }, at) => (
          <FeedAddress key={url} feed={feed} at={at} />
        ))}
      </ol>
      {feed.sources.length < mostAddresses && (
        <>
          <Twins feed={feed} />
          <AddForm feed={feed} />
        </>
      )}
    </section>
  );
}
