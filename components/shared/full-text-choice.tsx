import { t } from '../../utils/browser/text';
import type { Feed } from '../../utils/model/feed';
import { setFullText } from './full-text-state';

/** Whether the texts of a feed's articles are fetched from their own pages. */
export function FullTextChoice({ feed }: { feed: Feed }) {
  const link = feed.siteUrl || (feed.sources[0]?.url ?? '');
  return (
    <div class="offline-choice">
      <label class="check">
        <input
          type="checkbox"
          checked={feed.fetchesFullText ?? false}
          onChange={(event) => setFullText({ feedId: feed.id, link }, event.currentTarget.checked)}
        />
        {t('fullTextKeep')}
      </label>
      <p class="quiet">{t('fullTextKeepText')}</p>
    </div>
  );
}
