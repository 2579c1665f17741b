import { t } from '../../utils/browser/text';
import type { Feed } from '../../utils/model/feed';
import { perform } from '../shared/perform';
import { changeSettings, settings } from '../shared/settings-state';

/** Whether copies of one story are one row. */
export function JoinStories() {
  return (
    <div class="join-stories">
      <label class="check">
        <input
          type="checkbox"
          checked={settings.value.joinStories}
          onChange={(event) => changeSettings({ joinStories: event.currentTarget.checked })}
        />
        {t('joinStories')}
      </label>
      <p class="quiet">{t('joinStoriesText')}</p>
    </div>
  );
}

/** The same for one feed's articles. */
export function JoinFeed({ feed }: { feed: Feed }) {
  return (
    <div>
      <label class="check">
        <input
          type="checkbox"
          checked={!feed.keepsApart}
          onChange={(event) =>
            void perform('setKeepsApart', { feedId: feed.id, keepsApart: !event.currentTarget.checked })
          }
        />
        {t('joinFeed')}
      </label>
    </div>
  );
}
