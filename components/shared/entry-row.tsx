import { textLanguage } from '../../utils/article/language';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { readWebUrl } from '../../utils/text/address-url';
import { stripTracking } from '../../utils/text/tracking';
import { inScript } from './chinese';
import { now } from './clock';
import { FeedMark } from './feed-mark';
import { feedFace } from './feeds-state';
import { Icon } from './icon';
import { firstAddress } from './image-choice';
import { lazyView } from './lazy-view';
import { uiLanguage } from './locale';
import { RowChoice } from './row-choice';
import { wordsBelow } from './row-words';
import { exactTime, relativeTime } from './time-words';

const AlsoIn = lazyView(async () => (await import('./also-in')).AlsoInRow);

interface Props {
  entry: Entry;
  /** From 1, among all that the list may hold. */
  place: number;
  setSize: number;
  selected: boolean;
  /** The one row that Tab stops at. */
  tabStop: boolean;
}

function RowMeta({ entry }: { entry: Entry }) {
  const { name } = feedFace(entry.feedId);
  return (
    <div class="meta">
      <FeedMark name={name} feedId={entry.feedId} />
      <span class="feed-name" dir="auto">
        {name}
      </span>
      <span aria-hidden="true">·</span>
      <time dateTime={new Date(entry.sortAt).toISOString()} title={exactTime(entry.sortAt, uiLanguage())}>
        {relativeTime(entry.sortAt, now.value, uiLanguage())}
      </time>
      <StarButton entry={entry} />
    </div>
  );
}

/** The lead picture; where it does not come, or may not be asked for without a click, the row closes over its place. */
function Thumb({ given, feedId }: { given: string; feedId: number }) {
  const src = firstAddress(given, feedId);
  if (src === null) return null;
  return (
    <img
      key={src}
      class="thumb"
      src={src}
      alt=""
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      onError={(event) => event.currentTarget.remove()}
    />
  );
}

function StarButton({ entry }: { entry: Entry }) {
  return (
    <button
      type="button"
      class="row-star"
      data-star
      tabIndex={-1}
      aria-label={t('star')}
      aria-pressed={entry.starred === 1}
    >
      <Icon name="star" />
    </button>
  );
}

/** One article in a list: an item of the feed pattern, labelled by its title. */
export function EntryRow({ entry, place, setSize, selected, tabStop }: Props) {
  const titleId = `title-${entry.id}`;
  const stateId = `state-${entry.id}`;
  const { language } = feedFace(entry.feedId);
  const written = textLanguage(entry.title, language);
  const title = inScript(entry.title, written, entry.feedId);
  const below = wordsBelow(entry);
  const state = entry.read === 1 ? 'read' : 'unread';
  return (
    <article
      class={entry.highlight ? `row ${state} highlight` : `row ${state}`}
      data-entry-id={entry.id}
      aria-labelledby={titleId}
      aria-describedby={state === 'unread' ? stateId : undefined}
      aria-posinset={place}
      aria-setsize={setSize}
      aria-current={selected ? 'true' : undefined}
      tabIndex={tabStop ? 0 : -1}
      lang={title.language}
    >
      <RowChoice id={entry.id} titleId={titleId} />
      <RowMeta entry={entry} />
      <h2 id={titleId} dir="auto">
        <a tabIndex={-1} href={stripTracking(readWebUrl(entry.link)?.href ?? '#')}>
          {title.text || t('untitled')}
        </a>
      </h2>
      {state === 'unread' && (
        <span id={stateId} class="visually-hidden">
          {t('unreadMark')}
        </span>
      )}
      {below && <p dir="auto">{inScript(below, written, entry.feedId).text}</p>}
      {entry.story && <AlsoIn entry={entry} />}
      {entry.image && <Thumb given={entry.image} feedId={entry.feedId} />}
    </article>
  );
}
