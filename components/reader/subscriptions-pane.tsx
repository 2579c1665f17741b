import { openOptions } from '../../utils/browser/tabs';
import { t } from '../../utils/browser/text';
import { listMarks } from '../../utils/model/tag';
import {
  feeds,
  markCount,
  sumCounts,
  troubledFeeds,
  unreadMarkCount,
  unreadTotal,
} from '../shared/feeds-state';
import { Icon, type IconName } from '../shared/icon';
import { IconButton } from '../shared/icon-button';
import { formatNumber } from '../shared/locale';
import { NodeMenuHost } from '../shared/node-menu-button';
import type { View } from '../shared/route-hash';
import { FeedTree } from './feed-tree';
import { isCovered } from './nav-cover';
import { navOpen, Place } from './place';
import { SearchPlaces } from './search-places';
import { TagPlaces } from './tag-places';

function SmartView({
  kind,
  icon,
  label,
  count,
}: {
  kind: View;
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

/** A view that most readers have nothing in: it is there when there is. */
function RareView({
  kind,
  icon,
  label,
}: {
  kind: keyof typeof listMarks & View;
  icon: IconName;
  label: string;
}) {
  if (markCount(listMarks[kind]) === 0) return null;
  return <SmartView kind={kind} icon={icon} label={label} count={unreadMarkCount(listMarks[kind])} />;
}

function FailingFeeds() {
  const count = troubledFeeds.value.length;
  if (count === 0) return null;
  return (
    <a class="place" href="options.html#health" target="_blank" rel="noreferrer">
      <Icon name="warning" />
      <span>{t('viewFailing')}</span>
      <span class="count">{formatNumber(count)}</span>
    </a>
  );
}

function SmartViews() {
  return (
    <div class="places">
      <SmartView kind="unread" icon="inbox" label={t('viewUnread')} count={unreadTotal.value} />
      <SmartView kind="today" icon="today" label={t('viewToday')} count={0} />
      <SmartView kind="all" icon="all" label={t('viewAll')} count={0} />
      <SmartView
        kind="starred"
        icon="star"
        label={t('viewStarred')}
        count={sumCounts(feeds.value, 'starred')}
      />
      <RareView kind="audio" icon="audio" label={t('viewAudio')} />
      <RareView kind="edited" icon="edit" label={t('viewEdited')} />
      <RareView kind="hidden" icon="hidden" label={t('viewHidden')} />
      <FailingFeeds />
    </div>
  );
}

function closeNav(): void {
  navOpen.value = false;
}

const landmark = { role: 'navigation' } as const;
const modal = { role: 'dialog', 'aria-modal': true } as const;

/** The first pane: smart views, folders and feeds, and the way to more of them; a dialog while it lies over the others. */
export function SubscriptionsPane() {
  const part = { ...(isCovered.value ? modal : landmark), 'aria-label': t('subscriptions') };
  return (
    <div class="pane nav-pane" {...part}>
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
        <SearchPlaces />
        <TagPlaces />
      </div>
      <NodeMenuHost />
      <button type="button" class="place add" onClick={() => void openOptions()}>
        <Icon name="plus" />
        <span>{t('addFeed')}</span>
      </button>
    </div>
  );
}
