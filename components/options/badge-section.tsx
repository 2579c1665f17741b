import { t } from '../../utils/browser/text';
import { settings } from '../shared/settings-state';
import { NotificationChoice } from './notification-choice';
import { Setting } from './setting';
import { SettingControl } from './setting-controls';

/** What the number on the toolbar says, and what is told of new articles. */
export function BadgeSection() {
  return (
    <>
      <h1>{t('sectionBadge')}</h1>
      <SettingControl of="badge/shows" />
      {settings.value.badge !== 'off' && <SettingControl of="badge/color" />}
      <Setting id="notify">
        <NotificationChoice />
      </Setting>
    </>
  );
}
