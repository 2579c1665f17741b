import { t } from '../../utils/browser/text';
import type { Feed } from '../../utils/model/feed';
import { feedPageAddress } from './feed-page-link';
import { staleIds } from './feeds-state';
import { Icon } from './icon';

/** Of a feed that has no Problem, but whose addresses want the reader's eye: its page says more. */
export function HealthNote({ feed }: { feed: Feed }) {
  if (feed.problem || !staleIds.value.has(feed.id)) return null;
  return (
    <div class="problem-note" role="note">
      <Icon name="warning" />
      <div>
        <strong>{t('feedNeedsLook')}</strong>{' '}
        <a href={feedPageAddress(feed.id)} target="_blank" rel="noreferrer">
          {t('details')}
        </a>
      </div>
    </div>
  );
}
