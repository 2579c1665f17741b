import { t } from '../../utils/browser/text';
import { FoldedPaper } from '../shared/folded-paper';

/** What this is, and what it does not do. */
export function AboutSection() {
  return (
    <div class="about">
      <FoldedPaper />
      <h1>{t('extensionName')}</h1>
      <p class="lead">{t('extensionDescription')}</p>
      <p>{t('aboutPrivacy')}</p>
      <p>{t('aboutKeys')}</p>
      <p class="quiet">{t('aboutLicense')}</p>
    </div>
  );
}
