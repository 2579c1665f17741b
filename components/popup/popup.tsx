import { useEffect } from 'preact/hooks';
import { openOptions, openReader } from '../../utils/browser/tabs';
import { t } from '../../utils/browser/text';
import { Banners } from '../shared/banners';
import { EntryList } from '../shared/entry-list';
import { unreadTotal } from '../shared/feeds-state';
import { giveInputBack } from '../shared/held-input';
import { KeysHelp } from '../shared/keys-help';
import { LazyArticle } from '../shared/lazy-article';
import { LazySearchBar } from '../shared/lazy-search';
import { lazyView } from '../shared/lazy-view';
import { Listening } from '../shared/listening';
import { ProgressLine } from '../shared/progress-line';
import { readingKeys } from '../shared/reading-keys';
import { type Reading, reading } from '../shared/reading-state';
import { RefreshButton } from '../shared/refresh-button';
import { route } from '../shared/route';
import { searchText, startSearch } from '../shared/search-state';
import { ToastArea } from '../shared/toast-area';
import { useKeys } from '../shared/use-keys';
import { ListHeader } from './list-header';
import { ArticleFooter, ListFooter } from './popup-footer';
import { findHere, search } from './site-state';

function SearchHeader() {
  return (
    <header class="bar">
      <h1 class="visually-hidden">{t('searchResults')}</h1>
      <LazySearchBar />
      <ProgressLine />
    </header>
  );
}

const toReader = (place = '') => void openReader(place).then(() => close());

function PopupHeader() {
  return (
    <ListHeader
      unread={unreadTotal.value}
      onSearch={startSearch}
      onSubscribe={() => void findHere()}
      onReader={() => toReader()}
      onSettings={() => void openOptions().then(() => close())}
      refresh={<RefreshButton />}
      progress={<ProgressLine />}
    />
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

/** Most times nobody asks for it. */
const SitePage = lazyView(async () => (await import('./site-page')).SitePage);

/** The toolbar's popup: what is unread, and an article without leaving it. The list stays where it was meanwhile. */
export function Popup() {
  useKeys(readingKeys);
  // after that one: there is somebody to answer now
  useEffect(giveInputBack, []);
  const site = search.value;
  const isSearch = searchText.value !== null;
  const open = route.value.entryId === null || site ? null : reading.value;
  return (
    <>
      <div class="page-list" hidden={open !== null || site !== null}>
        {isSearch ? <SearchHeader /> : <PopupHeader />}
        <Banners />
        <SiteHint />
        <main class="list-area">
          <EntryList label={t(isSearch ? 'searchResults' : 'unreadArticles')} />
        </main>
        <ListFooter />
      </div>
      {open && <ArticlePage open={open} />}
      {site && <SitePage now={site} />}
      <ToastArea />
      <Listening leave={toReader} />
      <KeysHelp />
    </>
  );
}
