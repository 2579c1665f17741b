import { t } from '../../utils/browser/text';
import { changeSettings, settings } from '../shared/settings-state';

/** Whether reading an article is enough for it to be read. */
export function MarkReadOnOpen() {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={settings.value.markReadOnOpen}
        onChange={(event) => changeSettings({ markReadOnOpen: event.currentTarget.checked })}
      />
      {t('markReadOnOpen')}
    </label>
  );
}
