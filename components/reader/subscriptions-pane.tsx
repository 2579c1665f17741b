import { openOptions } from '../../utils/browser/tabs';
import { t } from '../../utils/browser/text';
import { feeds, sumCounts, unreadTotal } from '../shared/feeds-state';
import { Icon, type IconName } from '../shared/icon';
import { IconButton } from '../shared/icon-button';
import { FeedTree } from './feed-tree';
import { navOpen, Place } from './place';

function SmartView({
  kind,
  icon,
  label,
  count,
}: {
  kind: 'unread' | 'all' | 'starred';
  icon: IconName;
  label: string;
  count: number;
}) {
  return (
    <Place scope={{ kind }} count={count}>
      <Icon name={icon} />
      <span>{label}</span>
    </Place>
  );
}

function SmartViews() {
  return (
    <div class="places">
      <SmartView kind="unread" icon="inbox" label={t('viewUnread')} count={unreadTotal.value} />
      <SmartView kind="all" icon="all" label={t('viewAll')} count={0} />
      <SmartView
        kind="starred"
        icon="star"
        label={t('viewStarred')}
        count={sumCounts(feeds.value, 'starred')}
      />
    </div>
  );
}

function closeNav(): void {
  navOpen.value = false;
}

/** The first pane: smart views, folders and feeds, and the way to more of them. */
export function SubscriptionsPane() {
  return (
    <nav class="pane nav-pane" aria-label={t('subscriptions')}>
      <div class="nav-head">
        <span class="brand" lang="en">
          {t('extensionName')}
        </span>
        <span class="nav-close">
          <IconButton icon="close" label={t('close')} onClick={closeNav} />
        </span>
      </div>
      <div class="nav-scroll">
        <SmartViews />
        <FeedTree />
      </div>
      <button type="button" class="place add" onClick={() => void openOptions()}>
        <Icon name="plus" />
        <span>{t('addFeed')}</span>
      </button>
    </nav>
  );
}
