import type { ComponentChildren } from 'preact';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { linkOf } from '../../utils/text/link-of';
import { now } from './clock';
import { FeedMark } from './feed-mark';
import { Icon } from './icon';
import { uiLanguage } from './locale';
import { exactTime, relativeTime } from './time-words';

/** Where a row stands in its list. */
export interface RowPlace {
  /** From 1, among all that the list may hold. */
  place: number;
  setSize: number;
  selected: boolean;
  /** The one row that Tab stops at. */
  tabStop: boolean;
}

interface Props extends RowPlace {
  entry: Entry;
  /** What its feed is called. */
  feed: string;
  /** As they are to be shown, and the language they are in then; `below` is what follows the title. */
  title: string;
  below: string;
  language: string;
  /** Before all else. */
  choice?: ComponentChildren;
  children?: ComponentChildren;
}

function StarButton({ entry }: { entry: Entry }) {
  return (
    <button
      type="button"
      class="row-star"
      data-star
      tabindex={-1}
      aria-label={t('star')}
      aria-pressed={entry.starred === 1}
    >
      <Icon name="star" />
    </button>
  );
}

function RowMeta({ entry, feed }: { entry: Entry; feed: string }) {
  const language = uiLanguage();
  return (
    <div class={feed === '' ? 'meta unnamed' : 'meta'}>
      <FeedMark name={feed} feedId={entry.feedId} />
      <span class="feed-name" dir="auto">
        {feed}
      </span>
      <span aria-hidden="true" lang={language}>
        ·
      </span>
      <time
        datetime={new Date(entry.sortAt).toISOString()}
        title={exactTime(entry.sortAt, language)}
        lang={language}
      >
        {relativeTime(entry.sortAt, now.value, language)}
      </time>
      <StarButton entry={entry} />
    </div>
  );
}

/**
 * One article in a list, an item of the feed pattern, labelled by its title: what its words are is known already. Its
 * attributes are named as in HTML, so that they are found equal where a first frame has set them.
 */
export function RowView({ entry, feed, title, below, language, choice, children, ...at }: Props) {
  const titleId = `title-${entry.id}`;
  const stateId = `state-${entry.id}`;
  const state = entry.read === 1 ? 'read' : 'unread';
  return (
    <article
      class={entry.highlight ? `row ${state} highlight` : `row ${state}`}
      data-entry-id={entry.id}
      aria-labelledby={titleId}
      aria-describedby={state === 'unread' ? stateId : undefined}
      aria-posinset={at.place}
      aria-setsize={at.setSize}
      aria-current={at.selected ? 'true' : undefined}
      tabindex={at.tabStop ? 0 : -1}
      lang={language}
    >
      {choice}
      <RowMeta entry={entry} feed={feed} />
      <h2 id={titleId} dir="auto">
        <a tabindex={-1} href={linkOf(entry)}>
          {title || t('untitled')}
        </a>
      </h2>
      {state === 'unread' && (
        <span id={stateId} class="visually-hidden">
          {t('unreadMark')}
        </span>
      )}
      {below && <p dir="auto">{below}</p>}
      {children}
    </article>
  );
}
