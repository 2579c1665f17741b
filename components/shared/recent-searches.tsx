import { useEffect, useState } from 'preact/hooks';
import {
  getRecentSearches,
  noteSearch,
  saveRecentSearches,
  watchRecentSearches,
} from '../../utils/browser/recent-searches';
import { t } from '../../utils/browser/text';
import { Icon } from './icon';
import { searchFor, searchText } from './search-state';
import { changeSettings, settings } from './settings-state';
import { toast } from './toasts';

/** Remembers what is searched for, once it was of use: an article of it was opened, or Enter pressed. */
export function rememberSearch(): void {
  if (settings.value.recentSearches) void noteSearch(searchText.value ?? '');
}

async function clear(texts: readonly string[], forGood: boolean): Promise<void> {
  await saveRecentSearches([]);
  if (forGood) changeSettings({ recentSearches: false });
  const undo = () => {
    void saveRecentSearches(texts);
    if (forGood) changeSettings({ recentSearches: true });
  };
  toast(t(forGood ? 'recentOff' : 'recentCleared'), { action: { label: t('undo'), run: undo } });
}

/** What was searched for last, to be searched for again; nothing where there is none. */
export function RecentSearches() {
  const [texts, setTexts] = useState<readonly string[]>([]);
  useEffect(() => {
    void getRecentSearches().then(setTexts);
    return watchRecentSearches(setTexts);
  }, []);
  if (texts.length === 0 || !settings.value.recentSearches) return null;
  return (
    <section class="recent-searches" aria-labelledby="recent-head">
      <h3 id="recent-head">{t('recentSearches')}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>
            <button type="button" onClick={() => searchFor(text)}>
              <Icon name="search" />
              <span dir="auto">{text}</span>
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="link-button" onClick={() => void clear(texts, false)}>
          {t('recentClear')}
        </button>
        <button type="button" class="link-button" onClick={() => void clear(texts, true)}>
          {t('recentNever')}
        </button>
      </p>
    </section>
  );
}
