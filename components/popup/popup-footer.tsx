import { openOptions } from '../../utils/browser/tabs';
import { t } from '../../utils/browser/text';
import { now } from '../shared/clock';
import { feeds, feedsStatus, lastCheckedAt, troubledFeeds, unreadTotal } from '../shared/feeds-state';
import { Icon } from '../shared/icon';
import { KeyHint } from '../shared/key-hint';
import { entryCount, pages } from '../shared/list-state';
import { countWords, formatNumber, uiLanguage } from '../shared/locale';
import { markAllRead } from '../shared/mark-all';
import { progressWords } from '../shared/progress-line';
import { selectedId } from '../shared/reading-state';
import { relativeTime } from '../shared/time-words';

function Status() {
  const checking = progressWords();
  if (checking) return <span class="status">{checking}</span>;
  const checked = lastCheckedAt.value;
  if (feeds.value.length === 0) return <span class="status" />;
  return (
    <span class="status">
      <span>
        {checked === null
          ? t('neverChecked')
          : t('lastChecked', [relativeTime(checked, now.value, uiLanguage())])}
      </span>
      <span>
        <span aria-hidden="true">{'\u00a0· '}</span>
        {countWords('feedCount', feeds.value.length)}
      </span>
    </span>
  );
}

function Troubles() {
  const count = troubledFeeds.value.length;
  if (count === 0) return null;
  const words = countWords('feedsInTrouble', count);
  return (
    <button
      type="button"
      class="trouble"
      title={words}
      aria-label={words}
      onClick={() => void openOptions('health')}
    >
      <Icon name="warning" />
      {formatNumber(count)}
    </button>
  );
}

function MarkAllButton() {
  if (feeds.value.length === 0) return null;
  return (
    <button
      type="button"
      class="button"
      aria-disabled={unreadTotal.value === 0}
      onClick={() => void markAllRead()}
    >
      <Icon name="check" />
      {t('markAllRead')}
    </button>
  );
}

/** How fresh the list is, and the way to be done with it. */
export function ListFooter() {
  if (feedsStatus.value === 'ready' && feeds.value.length === 0) return null;
  return (
    <footer class="foot">
      <Status />
      <Troubles />
      <span class="space" />
      <MarkAllButton />
    </footer>
  );
}

/** The keys that carry through a list, and the place in it. */
export function ArticleFooter() {
  const place = pages.value.flat().findIndex(({ id }) => id === selectedId.value) + 1;
  const total = Math.max(entryCount.value, unreadTotal.value);
  return (
    <footer class="foot">
      <span class="hints" aria-hidden="true">
        <KeyHint commands={['openNext']} words={t('hintNext')} />
        <KeyHint commands={['toggleStar']} words={t('star')} />
        <KeyHint commands={['original']} words={t('hintOriginal')} />
      </span>
      <span class="space" />
      {place > 0 && (
        <span class="status">{t('placeInList', [formatNumber(place), formatNumber(total)])}</span>
      )}
    </footer>
  );
}
