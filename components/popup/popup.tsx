import { openOptions, openReader } from '../../utils/browser/tabs';
import { t } from '../../utils/browser/text';
import { Banners } from '../shared/banners';
import { EntryList } from '../shared/entry-list';
import { unreadTotal } from '../shared/feeds-state';
import { IconButton } from '../shared/icon-button';
import { KeysHelp } from '../shared/keys-help';
import { LazyArticle } from '../shared/lazy-article';
import { LazySearchBar } from '../shared/lazy-search';
import { lazyView } from '../shared/lazy-view';
import { Listening } from '../shared/listening';
import { countWords } from '../shared/locale';
import { ProgressLine } from '../shared/progress-line';
import { readingKeys } from '../shared/reading-keys';
import { type Reading, reading } from '../shared/reading-state';
import { RefreshButton } from '../shared/refresh-button';
import { route } from '../shared/route';
import { searchText, startSearch } from '../shared/search-state';
import { ToastArea } from '../shared/toast-area';
import { useKeys } from '../shared/use-keys';
import { ArticleFooter, ListFooter } from './popup-footer';
import { SitePage } from './site-page';
import { findHere, search } from './site-state';

function SearchHeader() {
  return (
    <header class="bar">
      <LazySearchBar />
      <ProgressLine />
    </header>
  );
}

function ListHeader() {
  const unread = unreadTotal.value;
  return (
    <header class="bar">
      <h1 class="brand" lang="en">
        {t('extensionName')}
      </h1>
      {unread > 0 && <span class="unread-count">{countWords('unreadCount', unread)}</span>}
      <span class="space" />
      <IconButton icon="search" label={t('search')} shortcut="/" onClick={startSearch} />
      <RefreshButton />
      <IconButton icon="plus" label={t('subscribeToSite')} onClick={() => void findHere()} />
      <IconButton
        icon="expand"
        label={t('openReader')}
        onClick={() => void openReader().then(() => close())}
      />
      <IconButton
        icon="settings"
        label={t('openSettings')}
        onClick={() => void openOptions().then(() => close())}
      />
      <ProgressLine />
    </header>
  );
}

function ArticlePage({ open }: { open: Reading }) {
  return (
    <main class="page-article" aria-label={t('article')}>
      <LazyArticle open={open} />
      <ArticleFooter />
    </main>
  );
}

/** The list comes first. */
const SiteHint = lazyView(async () => (await import('./site-hint')).SiteHint);

/** The toolbar's popup: what is unread, and an article without leaving it. The list stays where it was meanwhile. */
export function Popup() {
  useKeys(readingKeys);
  const site = search.value;
  const isSearch = searchText.value !== null;
  const open = route.value.entryId === null || site ? null : reading.value;
  return (
    <>
      <div class="page-list" hidden={open !== null || site !== null}>
        {isSearch ? <SearchHeader /> : <ListHeader />}
        <Banners />
        <SiteHint />
        <main class="list-area">
          <EntryList label={t(isSearch ? 'searchResults' : 'unreadArticles')} />
        </main>
        <ListFooter />
      </div>
      {open && <ArticlePage open={open} />}
      {site && <SitePage now={site} />}
      <Listening />
      <ToastArea />
      <KeysHelp />
    </>
  );
}
