import { t } from '../../utils/browser/text';
import { Choice } from './choice';
import { formatNumber } from './locale';
import { changeSettings, settings } from './settings-state';

export function ThemeChoice() {
  return (
    <Choice
      legend={t('theme')}
      value={settings.value.theme}
      options={[
        { value: 'auto', label: t('themeAuto') },
        { value: 'light', label: t('themeLight') },
        { value: 'sepia', label: t('themeSepia') },
        { value: 'dark', label: t('themeDark') },
        { value: 'black', label: t('themeBlack') },
      ]}
      onChoose={(theme) => changeSettings({ theme })}
    />
  );
}

export function FaceChoice() {
  return (
    <Choice
      legend={t('face')}
      value={settings.value.articleFace}
      options={[
        { value: 'serif', label: t('faceSerif') },
        { value: 'sans', label: t('faceSans') },
        { value: 'system', label: t('faceSystem') },
        { value: 'kai', label: t('faceKai') },
      ]}
      onChoose={(articleFace) => changeSettings({ articleFace })}
    />
  );
}

export function WidthChoice() {
  return (
    <Choice
      legend={t('articleWidth')}
      value={settings.value.articleWidth}
      options={[
        { value: 'narrow', label: t('widthNarrow') },
        { value: 'medium', label: t('widthMedium') },
        { value: 'wide', label: t('widthWide') },
      ]}
      onChoose={(articleWidth) => changeSettings({ articleWidth })}
    />
  );
}

export function SpacingChoice() {
  return (
    <Choice
      legend={t('lineSpacing')}
      value={settings.value.lineSpacing}
      options={[
        { value: 'tight', label: t('spacingTight') },
        { value: 'medium', label: t('spacingMedium') },
        { value: 'loose', label: t('spacingLoose') },
      ]}
      onChoose={(lineSpacing) => changeSettings({ lineSpacing })}
    />
  );
}

export function SizeChoice() {
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

export function ChineseChoice() {
  return (
    <Choice
      legend={t('chineseScript')}
      value={settings.value.chineseScript}
      options={[
        { value: 'asWritten', label: t('chineseAsWritten') },
        { value: 'hans', label: t('chineseHans') },
        { value: 'hant', label: t('chineseHant') },
      ]}
      onChoose={(chineseScript) => changeSettings({ chineseScript })}
    />
  );
}

/** Everything about how articles look; each choice shows at once. */
export function ReadingChoices() {
  return (
    <>
      <ThemeChoice />
      <FaceChoice />
      <SizeChoice />
      <WidthChoice />
      <SpacingChoice />
      <ChineseChoice />
    </>
  );
}
