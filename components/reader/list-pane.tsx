import { useComputed } from '@preact/signals';
import { type TextKey, t } from '../../utils/browser/text';
import { feedName } from '../../utils/model/feed';
import { shortcutOf } from '../shared/bindings';
import { chosen } from '../shared/chosen';
import { EntryList, type OnChoose } from '../shared/entry-list';
import { FeedPageLink } from '../shared/feed-page-link';
import { feedsById, folders } from '../shared/feeds-state';
import { HealthNote } from '../shared/health-note';
import { IconButton } from '../shared/icon-button';
import { landmark } from '../shared/landmark';
import { LazySearchBar } from '../shared/lazy-search';
import { lazyView } from '../shared/lazy-view';
import { type Filter, filter, setFilter } from '../shared/list-state';
import { markAllRead } from '../shared/mark-all';
import { ProgressLine } from '../shared/progress-line';
import { RefreshButton } from '../shared/refresh-button';
import { route } from '../shared/route';
import type { Scope, View } from '../shared/route-hash';
import { startSearch } from '../shared/search-state';
import { tagsById } from '../shared/tags-state';
import { navOpen } from './place';

const ChosenBar = lazyView(async () => (await import('./chosen-bar')).ChosenBar);
/** Its place is kept, so that nothing moves when it comes. */
const ListMenu = lazyView(async () => (await import('./list-menu')).ListMenu, <span class="icon-button" />);
const ProblemNote = lazyView(async () => (await import('../shared/problem-note')).ProblemNote);

function folderTitle(id: number): string {
  return folders.value.find((folder) => folder.id === id)?.title ?? '';
}

function feedTitle(id: number): string {
  const feed = feedsById.value.get(id);
  return feed ? feedName(feed) : '';
}

const viewTitles: Record<View, TextKey> = {
  unread: 'viewUnread',
  all: 'viewAll',
  starred: 'viewStarred',
  today: 'viewToday',
  edited: 'viewEdited',
  audio: 'viewAudio',
  hidden: 'viewHidden',
};

function titleOf(scope: Scope): string {
  if (scope.kind === 'search') return t('searchResults');
  if (scope.kind === 'told') return t('listTold');
  if (scope.kind === 'feed') return feedTitle(scope.id);
  if (scope.kind === 'tag') return tagsById.value.get(scope.id)?.title ?? '';
  return scope.kind === 'folder' ? folderTitle(scope.id) : t(viewTitles[scope.kind]);
}

function FilterChoice() {
  const choice = (which: Filter, label: string) => (
    <button type="button" aria-pressed={filter.value === which} onClick={() => setFilter(which)}>
      {label}
    </button>
  );
  return (
    <fieldset class="segments" aria-label={t('show')}>
      {choice('unread', t('viewUnread'))}
      {choice('all', t('filterAll'))}
    </fieldset>
  );
}

function openNav(): void {
  navOpen.value = true;
}

function ListTools({ scope, title }: { scope: Scope; title: string }) {
  return (
    <>
      <h1 dir="auto">{title}</h1>
      {(scope.kind === 'feed' || scope.kind === 'folder') && <FilterChoice />}
      {scope.kind === 'feed' && <FeedPageLink feedId={scope.id} />}
      <IconButton icon="search" label={t('search')} shortcut={shortcutOf('search')} onClick={startSearch} />
      <RefreshButton />
      <IconButton
        icon="check"
        label={t('markAllRead')}
        shortcut={shortcutOf('markAll')}
        onClick={() => void markAllRead()}
      />
    </>
  );
}

/** While articles are being chosen every click does; else one with Shift, or with Ctrl beside the link. */
const onChoose: OnChoose = (event, id) => {
  const isLink = event.target instanceof Element && event.target.closest('a') !== null;
  const isAdding = (event.ctrlKey || event.metaKey) && !isLink;
  if (chosen.value === null && !event.shiftKey && !isAdding) return false;
  void import('./choosing').then(({ chooseByClick }) => chooseByClick(id, event.shiftKey));
  return true;
};

function Tools({ scope, title }: { scope: Scope; title: string }) {
  const isChoosing = useComputed(() => chosen.value !== null);
  if (isChoosing.value) return <ChosenBar title={title} />;
  const isSearch = scope.kind === 'search';
  return (
    <>
      {isSearch && <h1 class="visually-hidden">{title}</h1>}
      {isSearch ? <LazySearchBar /> : <ListTools scope={scope} title={title} />}
      <ListMenu title={isSearch && scope.text ? scope.text : title} />
    </>
  );
}

/** The list with its title and what can be done with all of it. */
export function ListPane() {
  const { scope } = route.value;
  const title = titleOf(scope);
  const feed = scope.kind === 'feed' ? feedsById.value.get(scope.id) : undefined;
  return (
    <div class="pane list-pane" {...landmark(route.value.entryId === null, title)}>
      <div class="bar">
        <span class="nav-toggle">
          <IconButton icon="menu" label={t('subscriptions')} onClick={openNav} />
        </span>
        <Tools scope={scope} title={title} />
        <ProgressLine />
      </div>
      {feed?.problem && <ProblemNote feed={feed} />}
      {feed && <HealthNote feed={feed} />}
      <EntryList label={title} onChoose={onChoose} />
    </div>
  );
}
