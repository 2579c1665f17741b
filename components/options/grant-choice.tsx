import { t } from '../../utils/browser/text';
import type { Settings } from '../../utils/model/settings';
import { changeSettings, settings } from '../shared/settings-state';

/** Whether sites are asked for one by one or all at once. */
export function GrantChoice() {
  const choice = (grant: Settings['grant'], label: string) => (
    <label class="radio">
      <input
        type="radio"
        name="grant"
        checked={settings.value.grant === grant}
        onChange={() => changeSettings({ grant })}
      />
      {label}
    </label>
  );
  return (
    <fieldset class="grant">
      <legend>{t('grantQuestion')}</legend>
      {choice('site', t('grantSite'))}
      {choice('all', t('grantAll'))}
    </fieldset>
  );
}
