import { openOptions, openReader } from '../../utils/browser/tabs';
import { t } from '../../utils/browser/text';
import { Banners } from '../shared/banners';
import { EntryList } from '../shared/entry-list';
import { unreadTotal } from '../shared/feeds-state';
import { IconButton } from '../shared/icon-button';
import { KeysHelp } from '../shared/keys-help';
import { LazyArticle } from '../shared/lazy-article';
import { countWords } from '../shared/locale';
import { ProgressLine } from '../shared/progress-line';
import { readingKeys } from '../shared/reading-keys';
import { type Reading, reading } from '../shared/reading-state';
import { RefreshButton } from '../shared/refresh-button';
import { route } from '../shared/route';
import { ToastArea } from '../shared/toast-area';
import { useKeys } from '../shared/use-keys';
import { ArticleFooter, ListFooter } from './popup-footer';
import { SitePage } from './site-page';
import { findHere, search } from './site-state';

function ListHeader() {
  const unread = unreadTotal.value;
  return (
    <header class="bar">
      <h1 class="brand" lang="en">
        {t('extensionName')}
      </h1>
      {unread > 0 && <span class="unread-count">{countWords('unreadCount', unread)}</span>}
      <span class="space" />
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

/** The toolbar's popup: what is unread, and an article without leaving it. The list stays where it was meanwhile. */
export function Popup() {
  useKeys(readingKeys);
  const site = search.value;
  const open = route.value.entryId === null || site ? null : reading.value;
  return (
    <>
      <div class="page-list" hidden={open !== null || site !== null}>
        <ListHeader />
        <Banners />
        <main class="list-area">
          <EntryList label={t('unreadArticles')} />
        </main>
        <ListFooter />
      </div>
      {open && <ArticlePage open={open} />}
      {site && <SitePage now={site} />}
      <ToastArea />
      <KeysHelp />
    </>
  );
}
