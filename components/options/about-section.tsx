import { extensionVersion } from '../../utils/browser/extension-version';
import { t } from '../../utils/browser/text';
import { keysOf } from '../shared/bindings';
import { FoldedPaper } from '../shared/folded-paper';
import { keyName } from '../shared/key-names';

/** What this is, and what it does not do. */
export function AboutSection() {
  const [help] = keysOf('help');
  return (
    <div class="about">
      <FoldedPaper />
      <h1>{t('extensionName')}</h1>
      <p class="lead">{t('extensionDescription')}</p>
      <p>{t('aboutPrivacy')}</p>
      {help && <p>{t('aboutKeys', [help.split(' ').map(keyName).join(' ')])}</p>}
      <p>
        <a href="#welcome">{t('aboutWelcome')}</a>
      </p>
      <p class="quiet">
        {t('aboutVersion', [extensionVersion()])} · {t('aboutLicense')}
      </p>
    </div>
  );
}
