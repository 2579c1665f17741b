import { useEffect, useState } from 'preact/hooks';
import { isArchive } from '../../utils/archive/archive-feed';
import { askToNotify, mayNotify, stopNotifying } from '../../utils/browser/notifications';
import { watchAccess } from '../../utils/browser/permissions';
import { t } from '../../utils/browser/text';
import { type Feed, feedName } from '../../utils/model/feed';
import { Banner } from '../shared/banner';
import { FeedMark } from '../shared/feed-mark';
import { feeds } from '../shared/feeds-state';
import { perform } from '../shared/perform';
import { changeSettings, settings } from '../shared/settings-state';

function FeedChoice({ feed }: { feed: Feed }) {
  const name = feedName(feed);
  return (
    <li>
      <label class="check">
        <input
          type="checkbox"
          checked={feed.notify === true}
          onChange={(event) =>
            void perform('setNotify', { feedId: feed.id, notify: event.currentTarget.checked })
          }
        />
        <FeedMark name={name} />
        <span dir="auto">{name}</span>
      </label>
    </li>
  );
}

/** The feeds that new articles are told of. */
function FeedChoices() {
  return (
    <fieldset class="choice">
      <legend>{t('notifyFeeds')}</legend>
      <ul class="notify-feeds">
        {feeds.value
          .filter((feed) => !isArchive(feed))
          .map((feed) => (
            <FeedChoice key={feed.id} feed={feed} />
          ))}
      </ul>
      <p class="quiet">{t('notifyRules')}</p>
    </fieldset>
  );
}

/** Whether the browser shows ours, as it is at every moment: permissions are taken back elsewhere, and no file brings them. */
function useAllowed(): boolean {
  const [allowed, setAllowed] = useState(true);
  useEffect(() => {
    const ask = () => void mayNotify().then(setAllowed);
    ask();
    return watchAccess(ask);
  }, []);
  return allowed;
}

/** Turns notifications on, which asks for the browser's permission in this click, and off, which gives it back. */
export function NotificationChoice() {
  const [refused, setRefused] = useState(false);
  const on = settings.value.notifications;
  const allowed = useAllowed();
  const turn = async (wanted: boolean) => {
    const granted = wanted ? await askToNotify() : !(await stopNotifying());
    setRefused(wanted && !granted);
    changeSettings({ notifications: wanted && granted });
  };
  const ask = { label: t('grant'), run: () => void turn(true) };
  return (
    <section class="notify-choice" aria-labelledby="notify-title">
      <h2 id="notify-title">{t('notifications')}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            event.currentTarget.checked = on;
            void turn(checked);
          }}
        />
        {t('notifyOn')}
      </label>
      <p class="quiet" role="status">
        {refused ? t('notifyRefused') : t('notifyText')}
      </p>
      <div role="status">
        {on && !allowed && <Banner icon="lock" tone="warn" text={t('notifyMissing')} action={ask} />}
      </div>
      {on && <FeedChoices />}
    </section>
  );
}
