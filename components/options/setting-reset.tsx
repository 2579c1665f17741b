import { type SettingName, settingChanges } from '../../utils/backup/settings-file';
import { t } from '../../utils/browser/text';
import { choices } from '../shared/listening-choices';
import { settings } from '../shared/settings-state';
import { resetSettings, usualSettings } from './changing-settings';
import { settingTitle, settingValue } from './settings-words';
import { useRetention } from './use-retention';

/** The usual value of what was changed, and the way back to it; nothing where nothing was. */
export function SettingReset({ names }: { names: readonly SettingName[] }) {
  const [retention] = useRetention();
  const current = { settings: settings.value, retention, listening: choices.value };
  const changes = settingChanges(current, usualSettings).filter(({ name }) => names.includes(name));
  const [first] = changes;
  if (!first) return null;
  const words = changes.length === 1 ? t('resetTo', [settingValue(first.name, first.to)]) : t('resetAll');
  return (
    <button
      type="button"
      class="link-button reset"
      onClick={() =>
        void resetSettings(
          current,
          changes.map(({ name }) => name),
        )
      }
    >
      <span class="visually-hidden">{settingTitle(first.name)}: </span>
      {words}
    </button>
  );
}
