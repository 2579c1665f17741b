import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { parseAddress } from '../../utils/text/address';
import { sentences } from '../shared/locale';
import { problemWords } from '../shared/problem-words';
import { changeSettings, settings } from '../shared/settings-state';

/** What goes on being asked while what was typed is no address. */
function keptWords(): string {
  const { rsshub } = settings.value;
  return rsshub === '' ? t('rsshubKeptNone') : t('rsshubKept', [rsshub]);
}

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
      <p id="rsshub-text" class={refused === '' ? 'quiet' : 'bad-text'} role="status">
        {refused === ''
          ? t('rsshubText')
          : sentences([problemWords({ kind: 'address-invalid', address: refused }).what, keptWords()])}
      </p>
    </div>
  );
}
