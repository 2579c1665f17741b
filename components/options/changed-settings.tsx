import { settingChanges } from '../../utils/backup/settings-file';
import { t } from '../../utils/browser/text';
import { choices } from '../shared/listening-choices';
import { countWords } from '../shared/locale';
import { settings } from '../shared/settings-state';
import { resetSettings, usualSettings } from './changing-settings';
import { settingTitle, settingValue } from './settings-words';
import { useRetention } from './use-retention';

/** What the reader has set otherwise than it usually is, each with the way back. */
export function ChangedSettings() {
  const [retention] = useRetention();
  const current = { settings: settings.value, retention, listening: choices.value };
  const changes = settingChanges(current, usualSettings);
  if (changes.length === 0) return <p class="quiet">{t('settingsUsual')}</p>;
  return (
    <details class="changed-settings">
      <summary>{countWords('settingsChanged', changes.length)}</summary>
      <ul class="setting-changes">
        {changes.map(({ name, from, to }) => (
          <li key={name}>
            <strong>{settingTitle(name)}</strong>
            <bdi class="values">{settingValue(name, from)}</bdi>
            <button type="button" class="link-button" onClick={() => void resetSettings(current, [name])}>
              <span class="visually-hidden">{settingTitle(name)}: </span>
              {t('resetTo', [settingValue(name, to)])}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button small"
        onClick={() =>
          void resetSettings(
            current,
            changes.map(({ name }) => name),
          )
        }
      >
        {t('resetAll')}
      </button>
    </details>
  );
}
