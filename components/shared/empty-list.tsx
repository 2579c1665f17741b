import { openOptionsAt } from '../../utils/browser/tabs';
import { type TextKey, t } from '../../utils/browser/text';
import { now } from './clock';
import { feeds, feedsStatus, lastCheckedAt } from './feeds-state';
import { FoldedPaper } from './folded-paper';
import { Icon, type IconName } from './icon';
import { LazySearchEmpty } from './lazy-search';
import { filter, setFilter } from './list-state';
import { uiLanguage } from './locale';
import { route, visit } from './route';
import type { Scope } from './route-hash';
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

interface Words {
  icon: IconName;
  title: TextKey;
  /** How something comes to be here. */
  text: TextKey;
}

const articles: Words = { icon: 'all', title: 'noArticlesTitle', text: 'noArticlesText' };

/** Of lists that hold articles of one kind; the others fill by themselves. */
const emptyWords: Partial<Record<Scope['kind'], Words>> = {
  starred: { icon: 'star', title: 'noStarsTitle', text: 'noStarsText' },
  today: { icon: 'today', title: 'noneTodayTitle', text: 'noneTodayText' },
  edited: { icon: 'edit', title: 'noneEditedTitle', text: 'noneEditedText' },
  audio: { icon: 'audio', title: 'noneAudioTitle', text: 'noneAudioText' },
  hidden: { icon: 'hidden', title: 'noneHiddenTitle', text: 'noneHiddenText' },
  tag: { icon: 'tag', title: 'noneTaggedTitle', text: 'noneTaggedText' },
};

function Nothing({ icon, title, text }: Words) {
  return (
    <div class="state">
      <span class="state-mark">
        <Icon name={icon} />
      </span>
      <h2>{t(title)}</h2>
      <p>{t(text)}</p>
    </div>
  );
}

/** Why the list is empty, and what to do next. */
export function EmptyList() {
  const { kind } = route.value.scope;
  if (feedsStatus.value === 'ready' && feeds.value.length === 0) return <FirstRun />;
  if (kind === 'search') return <LazySearchEmpty />;
  const unreadOnly =
    kind === 'unread' || ((kind === 'feed' || kind === 'folder') && filter.value === 'unread');
  if (unreadOnly) return <NothingUnread />;
  return <Nothing {...(emptyWords[kind] ?? articles)} />;
}
