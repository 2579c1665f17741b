import { t } from '../../utils/browser/text';
import type { Settings } from '../../utils/model/settings';
import { Icon } from '../shared/icon';
import { changeSettings, settings } from '../shared/settings-state';
import { Candidates } from './candidates';
import { SubscribeProblem } from './subscribe-problem';
import { address, attempt, subscribe } from './subscribe-state';

function GrantChoice() {
  const choice = (grant: Settings['grant'], label: string) => (
    <label class="radio">
      <input
        type="radio"
        name="grant"
        checked={settings.value.grant === grant}
        onChange={() => changeSettings({ grant })}
      />
      {label}
    </label>
  );
  return (
    <fieldset class="grant">
      <legend>{t('grantQuestion')}</legend>
      {choice('site', t('grantSite'))}
      {choice('all', t('grantAll'))}
    </fieldset>
  );
}

function AddressBox({ busy }: { busy: boolean }) {
  return (
    <div class="address-line">
      <input
        id="address"
        type="text"
        inputMode="url"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        placeholder={t('addressExample')}
        value={address.value}
        aria-describedby="subscribe-answer"
        onInput={(event) => {
          address.value = event.currentTarget.value;
        }}
      />
      <button type="submit" class="button primary" aria-disabled={busy}>
        <Icon name="plus" />
        {t('subscribe')}
      </button>
    </div>
  );
}

/** One box for the address of a feed or of a site that has one. */
export function SubscribeForm() {
  const now = attempt.value;
  const busy = now.kind === 'busy';
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!busy) subscribe(address.value);
  };
  return (
    <form class="subscribe" onSubmit={onSubmit}>
      <label for="address">{t('addressLabel')}</label>
      <AddressBox busy={busy} />
      <GrantChoice />
      <div id="subscribe-answer" class="answer" role="status" aria-live="polite">
        {busy && <p class="quiet">{t('lookingForFeed', [now.address])}</p>}
        <SubscribeProblem attempt={now} />
        {now.kind === 'choose' && <Candidates candidates={now.candidates} />}
      </div>
    </form>
  );
}
