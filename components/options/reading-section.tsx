import { t } from '../../utils/browser/text';
import { formatNumber } from '../shared/locale';
import { changeSettings, settings } from '../shared/settings-state';
import { Choice } from './choice';

function ThemeChoice() {
  return (
    <Choice
      legend={t('theme')}
      value={settings.value.theme}
      options={[
        { value: 'auto', label: t('themeAuto') },
        { value: 'light', label: t('themeLight') },
        { value: 'dark', label: t('themeDark') },
      ]}
      onChoose={(theme) => changeSettings({ theme })}
    />
  );
}

function FaceChoice() {
  return (
    <Choice
      legend={t('face')}
      value={settings.value.articleFace}
      options={[
        { value: 'serif', label: t('faceSerif') },
        { value: 'sans', label: t('faceSans') },
      ]}
      onChoose={(articleFace) => changeSettings({ articleFace })}
    />
  );
}

function SizeChoice() {
  const size = settings.value.textSize;
  return (
    <div class="choice">
      <label for="text-size">{t('textSize')}</label>
      <div class="slider">
        <input
          id="text-size"
          type="range"
          min={13}
          max={26}
          step={1}
          value={size}
          onInput={(event) => changeSettings({ textSize: Number(event.currentTarget.value) })}
        />
        <output for="text-size">{formatNumber(size)}</output>
      </div>
    </div>
  );
}

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
      <ThemeChoice />
      <FaceChoice />
      <SizeChoice />
      <Sample />
      <label class="check">
        <input
          type="checkbox"
          checked={settings.value.markReadOnOpen}
          onChange={(event) => changeSettings({ markReadOnOpen: event.currentTarget.checked })}
        />
        {t('markReadOnOpen')}
      </label>
    </>
  );
}
