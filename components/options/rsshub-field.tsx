import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { parseAddress } from '../../utils/text/address';
import { say } from '../shared/locale';
import { problemWords } from '../shared/problem-words';
import { changeSettings, settings } from '../shared/settings-state';

/** The reader's own RSSHub instance, for sites that have no feeds of their own. */
export function RsshubField() {
  const [refused, setRefused] = useState('');
  const take = (input: HTMLInputElement) => {
    const typed = input.value.trim();
    const rsshub = typed === '' ? '' : parseAddress(typed)?.url;
    setRefused(rsshub === undefined ? typed : '');
    if (rsshub === undefined) return;
    input.value = rsshub;
    changeSettings({ rsshub });
  };
  return (
    <div class="choice rsshub">
      <label for="rsshub">{t('rsshubLabel')}</label>
      <input
        id="rsshub"
        type="text"
        inputMode="url"
        autocapitalize="none"
        spellcheck={false}
        key={settings.value.rsshub}
        defaultValue={settings.value.rsshub}
        aria-describedby="rsshub-text"
        aria-invalid={refused !== ''}
        onChange={(event) => take(event.currentTarget)}
      />
      <p id="rsshub-text" class="quiet" role="status">
        {refused === ''
          ? t('rsshubText')
          : say(problemWords({ kind: 'address-invalid', address: refused }).what)}
      </p>
    </div>
  );
}
