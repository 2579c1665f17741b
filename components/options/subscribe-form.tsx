import { t } from '../../utils/browser/text';
import { Candidates } from '../shared/candidates';
import { Icon } from '../shared/icon';
import { GrantChoice } from './grant-choice';
import { Setting } from './setting';
import { SubscribeProblem } from './subscribe-problem';
import { type Attempt, address, attempt, followed, subscribe, subscribeToChosen } from './subscribe-state';

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

/** What is going on, in words that are read out. */
function Answer({ now }: { now: Attempt }) {
  return (
    <div id="subscribe-answer" class="answer" role="status" aria-live="polite">
      {now.kind === 'asking' && <p class="quiet asking">{t('browserAsks')}</p>}
      {now.kind === 'busy' && <p class="quiet">{t('lookingForFeed', [now.address])}</p>}
      {now.kind === 'choose' && now.reading && <p class="quiet">{t('readingFeeds')}</p>}
      <SubscribeProblem attempt={now} />
    </div>
  );
}

/** One box for the address of a feed or of a site that has one. */
export function SubscribeForm() {
  const now = attempt.value;
  const busy = now.kind === 'busy' || now.kind === 'asking';
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!busy) subscribe(address.value);
  };
  return (
    <div class="subscribe">
      <form onSubmit={onSubmit}>
        <label for="address">{t('addressLabel')}</label>
        <AddressBox busy={busy} />
        <Setting id="grant">
          <GrantChoice />
        </Setting>
      </form>
      <Answer now={now} />
      {now.kind === 'choose' && (
        <Candidates
          candidates={now.candidates}
          problems={now.problems}
          allChosen={now.chosen}
          onSubscribe={(urls) => subscribeToChosen(now, urls)}
          onFollowed={(url) => followed(now, url)}
        />
      )}
    </div>
  );
}
