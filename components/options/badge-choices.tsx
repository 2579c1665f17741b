import { type TextKey, t } from '../../utils/browser/text';
import { type BadgeColor, badgeColors } from '../../utils/model/badge';
import { Choice } from '../shared/choice';
import { changeSettings, settings } from '../shared/settings-state';

const colorNames: Record<BadgeColor, TextKey> = {
  vermilion: 'colorVermilion',
  ink: 'colorInk',
  blue: 'colorBlue',
  green: 'colorGreen',
  violet: 'colorViolet',
  grey: 'colorGrey',
};

/** The colour behind the number. */
export function BadgeColors() {
  const names = Object.keys(badgeColors) as BadgeColor[];
  return (
    <fieldset class="choice">
      <legend>{t('badgeColor')}</legend>
      <div class="swatches">
        {names.map((name) => (
          <label key={name} class="swatch" title={t(colorNames[name])}>
            <input
              type="radio"
              name="badge-color"
              checked={settings.value.badgeColor === name}
              aria-label={t(colorNames[name])}
              onChange={() => changeSettings({ badgeColor: name })}
            />
            <span style={{ background: badgeColors[name] }} aria-hidden="true">
              12
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What the number counts. */
export function BadgeShows() {
  return (
    <>
      <Choice
        legend={t('badgeShows')}
        value={settings.value.badge}
        options={[
          { value: 'unread', label: t('badgeUnread') },
          { value: 'new', label: t('badgeNew') },
          { value: 'off', label: t('badgeOff') },
        ]}
        onChoose={(badge) => changeSettings({ badge })}
      />
      <p class="quiet">{t('badgeText')}</p>
    </>
  );
}
