import { openOptionsAt } from '../../utils/browser/tabs';
import { t } from '../../utils/browser/text';
import { now } from './clock';
import { feeds, feedsStatus, lastCheckedAt } from './feeds-state';
import { FoldedPaper } from './folded-paper';
import { Icon } from './icon';
import { LazySearchEmpty } from './lazy-search';
import { filter, setFilter } from './list-state';
import { uiLanguage } from './locale';
import { route, visit } from './route';
import { relativeTime } from './time-words';

function FirstRun() {
  return (
    <div class="state">
      <FoldedPaper />
      <h2>{t('firstRunTitle')}</h2>
      <p>{t('firstRunText')}</p>
      <button type="button" class="button primary" onClick={() => void openOptionsAt('welcome')}>
        <Icon name="plus" />
        {t('addFirstFeed')}
      </button>
      <p class="quiet">{t('firstRunImport')}</p>
    </div>
  );
}

function showAll(): void {
  const { scope } = route.value;
  if (scope.kind === 'feed' || scope.kind === 'folder') setFilter('all');
  else visit({ scope: { kind: 'all' }, entryId: null });
}

function NothingUnread() {
  const checked = lastCheckedAt.value;
  return (
    <div class="state">
      <span class="state-mark ok">
        <Icon name="check" />
      </span>
      <h2>{t('nothingUnreadTitle')}</h2>
      <p>
        {checked === null
          ? t('neverChecked')
          : t('lastChecked', [relativeTime(checked, now.value, uiLanguage())])}
      </p>
      <button type="button" class="button" onClick={showAll}>
        {t('showRead')}
      </button>
    </div>
  );
}

function Nothing({ title, text }: { title: string; text: string }) {
  return (
    <div class="state">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}

/** Why the list is empty, and what to do next. */
export function EmptyList() {
  const { kind } = route.value.scope;
  if (feedsStatus.value === 'ready' && feeds.value.length === 0) return <FirstRun />;
  if (kind === 'search') return <LazySearchEmpty />;
  if (kind === 'starred') return <Nothing title={t('noStarsTitle')} text={t('noStarsText')} />;
  const unreadOnly =
    kind === 'unread' || ((kind === 'feed' || kind === 'folder') && filter.value === 'unread');
  if (unreadOnly) return <NothingUnread />;
  return <Nothing title={t('noArticlesTitle')} text={t('noArticlesText')} />;
}
