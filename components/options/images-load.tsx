import { t } from '../../utils/browser/text';
import { imagePolicies } from '../../utils/model/settings';
import { Choice } from '../shared/choice';
import { imagePolicyWords } from '../shared/feed-image-policy';
import { changeSettings, settings } from '../shared/settings-state';

/** When the images of articles are asked for. */
export function ImagesLoad() {
  return (
    <Choice
      legend={t('imagesLoad')}
      value={settings.value.images}
      options={imagePolicies.map((value) => ({ value, label: t(imagePolicyWords[value]) }))}
      onChoose={(images) => changeSettings({ images })}
    />
  );
}
