import { t } from '../../utils/browser/text';
import { SettingControl } from './setting-controls';

function Sample() {
  return (
    <div class="sample article" aria-hidden="true">
      <h2>{t('sampleTitle')}</h2>
      <p>{t('sampleText')}</p>
    </div>
  );
}

const looks = ['theme', 'face', 'size', 'width', 'spacing', 'script'];

/** How articles look, and what reading one does. */
export function ReadingSection() {
  return (
    <>
      <h1>{t('sectionReading')}</h1>
      {looks.map((id) => (
        <SettingControl key={id} of={`reading/${id}`} />
      ))}
      <Sample />
      <SettingControl of="reading/markread" />
      <SettingControl of="reading/stories" />
      <SettingControl of="reading/recent" />
      <SettingControl of="reading/swipe" />
    </>
  );
}
