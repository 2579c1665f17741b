import { t } from '../../utils/browser/text';
import { ReadingChoices } from '../shared/reading-choices';
import { changeSettings, settings } from '../shared/settings-state';
import { JoinStories } from './join-stories';
import { SwipeChoices } from './swipe-choices';

function Sample() {
  return (
    <div class="sample article" aria-hidden="true">
      <h2>{t('sampleTitle')}</h2>
      <p>{t('sampleText')}</p>
    </div>
  );
}

/** How articles look, and what reading one does. */
export function ReadingSection() {
  return (
    <>
      <h1>{t('sectionReading')}</h1>
      <ReadingChoices />
      <Sample />
      <label class="check">
        <input
          type="checkbox"
          checked={settings.value.markReadOnOpen}
          onChange={(event) => changeSettings({ markReadOnOpen: event.currentTarget.checked })}
        />
        {t('markReadOnOpen')}
      </label>
      <JoinStories />
      <SwipeChoices />
    </>
  );
}
