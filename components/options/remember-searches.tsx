import { saveRecentSearches } from '../../utils/browser/recent-searches';
import { t } from '../../utils/browser/text';
import { changeSettings, settings } from '../shared/settings-state';

/** Whether the last searches are offered again. Those that are kept go when it is turned off. */
export function RememberSearches() {
  const turn = (recentSearches: boolean) => {
    changeSettings({ recentSearches });
    if (!recentSearches) void saveRecentSearches([]);
  };
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={settings.value.recentSearches}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
      {t('recentRemember')}
    </label>
  );
}
