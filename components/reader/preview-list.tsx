import { textLanguage } from '../../utils/article/language';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { now } from '../shared/clock';
import { uiLanguage } from '../shared/locale';
import { exactTime, relativeTime } from '../shared/time-words';
import { openId, type Shown } from './preview-state';

function Row({ entry, language }: { entry: Entry; language: string }) {
  const open = openId.value === entry.id;
  return (
    <li
      class="row unread"
      aria-current={open ? 'true' : undefined}
      lang={textLanguage(entry.title, language)}
    >
      <div class="meta">
        <time dateTime={new Date(entry.sortAt).toISOString()} title={exactTime(entry.sortAt, uiLanguage())}>
          {relativeTime(entry.sortAt, now.value, uiLanguage())}
        </time>
      </div>
      <h2 dir="auto">
        <button
          type="button"
          class="row-button"
          aria-pressed={open}
          onClick={() => {
            openId.value = entry.id;
          }}
        >
          {entry.title || t('untitled')}
        </button>
      </h2>
      {entry.snippet && <p dir="auto">{entry.snippet}</p>}
    </li>
  );
}

/** The articles of a feed that is not subscribed. */
export function PreviewList({ shown }: { shown: Shown }) {
  if (shown.articles.length === 0) return <p class="state quiet">{t('previewEmpty')}</p>;
  return (
    <div class="list-scroller">
      <ul aria-label={t('previewTitle')}>
        {shown.articles.map(({ entry }) => (
          <Row key={entry.id} entry={entry} language={shown.feed.language} />
        ))}
      </ul>
    </div>
  );
}
