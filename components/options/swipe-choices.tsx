import { t } from '../../utils/browser/text';
import { Choice } from '../shared/choice';
import { changeSettings, settings } from '../shared/settings-state';

/** What a finger does to an article in a list. */
export function SwipeChoices() {
  const options = [
    { value: 'read' as const, label: t('swipeRead') },
    { value: 'star' as const, label: t('star') },
    { value: 'none' as const, label: t('swipeNothing') },
  ];
  const { swipeRight, swipeLeft } = settings.value;
  return (
    <>
      <Choice
        legend={t('swipeRight')}
        subject={t('swipeRight')}
        value={swipeRight}
        options={options}
        onChoose={(chosen) => changeSettings({ swipeRight: chosen })}
      />
      <Choice
        legend={t('swipeLeft')}
        subject={t('swipeLeft')}
        value={swipeLeft}
        options={options}
        onChoose={(chosen) => changeSettings({ swipeLeft: chosen })}
      />
    </>
  );
}
