import { useEffect, useRef } from 'preact/hooks';
import { type TextKey, t } from '../../utils/browser/text';
import { Icon } from './icon';
import { RecentSearches } from './recent-searches';
import { followScrolling } from './scroll-stops';
import { progressText } from './search-note';
import { searchText } from './search-state';

const rows: readonly [TextKey, TextKey][] = [
  ['searchExWord', 'searchDoesWord'],
  ['searchExSign', 'searchDoesSign'],
  ['searchExPhrase', 'searchDoesPhrase'],
  ['searchExWithout', 'searchDoesWithout'],
  ['searchExPlace', 'searchDoesPlace'],
  ['searchExState', 'searchDoesState'],
  ['searchExTime', 'searchDoesTime'],
];

/** What may be typed, each with what it does. */
export function SearchHelp() {
  return (
    <dl class="search-help">
      {rows.map(([example, meaning]) => (
        <div key={example}>
          <dt>
            <code>{t(example)}</code>
          </dt>
          <dd>{t(meaning)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** In the place of a list: what can be searched for, or why nothing was found. */
export function SearchEmpty() {
  const progress = progressText();
  const state = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = state.current?.closest<HTMLElement>('.list-scroller');
    return box ? followScrolling([box]) : undefined;
  }, []);
  if ((searchText.value ?? '').trim() === '') {
    return (
      <div ref={state} class="state">
        <h2>{t('searchEmptyTitle')}</h2>
        <RecentSearches />
        <SearchHelp />
        {progress !== '' && <p class="quiet">{progress}</p>}
      </div>
    );
  }
  return (
    <div ref={state} class="state">
      <span class="state-mark">
        <Icon name="search" />
      </span>
      <h2>{t(progress === '' ? 'searchNothingTitle' : 'searchNothingYet')}</h2>
      <p>{progress || t('searchNothingText')}</p>
    </div>
  );
}
