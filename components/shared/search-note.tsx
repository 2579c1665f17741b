import { t } from '../../utils/browser/text';
import { entryCount, exhausted, listStatus } from './list-state';
import { countWords, formatNumber } from './locale';
import { indexed, understood } from './search-list';
import { searchText } from './search-state';

function found(): string {
  if (listStatus.value !== 'ready' || (searchText.value ?? '').trim() === '') return '';
  const count = entryCount.value;
  if (count === 0) return t('searchNothingTitle');
  return exhausted.value ? countWords('searchFound', count) : t('searchFoundMore', [formatNumber(count)]);
}

/** How many articles cannot be found yet; '' once all can. */
export function progressText(): string {
  const progress = indexed.value;
  if (!progress || progress.indexed >= progress.total) return '';
  return t('searchProgress', [formatNumber(progress.indexed), formatNumber(progress.total)]);
}

/** What came of the search, in a line: read out when it changes. */
export function SearchNote() {
  const { unclear } = understood.value;
  return (
    <div class="search-note">
      {/* Of nothing the list speaks itself, larger. */}
      <span role="status" class={entryCount.value === 0 ? 'visually-hidden' : undefined}>
        {found()}
      </span>
      {entryCount.value > 0 && progressText() !== '' && <span>{progressText()}</span>}
      {unclear.length > 0 && <span class="unclear">{t('searchUnclear', [unclear.join(' ')])}</span>}
    </div>
  );
}
