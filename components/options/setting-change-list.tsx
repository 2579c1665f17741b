import type { SettingChange } from '../../utils/backup/settings-file';
import { t } from '../../utils/browser/text';
import { settingTitle, settingValue } from './settings-words';

interface Props {
  changes: readonly SettingChange[];
}

/** Settings with two values, the one that goes and the one that comes. */
export function SettingChangeList({ changes }: Props) {
  if (changes.length === 0) return null;
  return (
    <ul class="setting-changes">
      {changes.map(({ name, from, to }) => (
        <li key={name}>
          <strong>{settingTitle(name)}</strong>
          <span class="values">
            <bdi>{settingValue(name, from)}</bdi>
            <span class="arrow" aria-hidden="true">
              →
            </span>
            <span class="visually-hidden">{t('settingBecomes')}</span>
            <bdi>{settingValue(name, to)}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}
