import { t } from '../../utils/browser/text';
import { Choice } from '../shared/choice';
import { changeSettings, settings } from '../shared/settings-state';

/** What the number on the toolbar says. */
export function BadgeSection() {
  return (
    <>
      <h1>{t('sectionBadge')}</h1>
      <Choice
        legend={t('badgeShows')}
        value={settings.value.badge}
        options={[
          { value: 'unread', label: t('badgeUnread') },
          { value: 'off', label: t('badgeOff') },
        ]}
        onChoose={(badge) => changeSettings({ badge })}
      />
      <p class="quiet">{t('badgeText')}</p>
    </>
  );
}
