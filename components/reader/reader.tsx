import { t } from '../../utils/browser/text';
import { Banners } from '../shared/banners';
import { KeysHelp } from '../shared/keys-help';
import { landmark } from '../shared/landmark';
import { LazyArticle } from '../shared/lazy-article';
import { readingKeys } from '../shared/reading-keys';
import { reading } from '../shared/reading-state';
import { route } from '../shared/route';
import { ToastArea } from '../shared/toast-area';
import { type KeyHandlers, useKeys } from '../shared/use-keys';
import { ListPane } from './list-pane';
import { navOpen } from './place';
import { SubscriptionsPane } from './subscriptions-pane';

function ArticlePane() {
  const open = route.value.entryId === null ? null : reading.value;
  if (open === null) {
    return (
      <div class="pane article-pane empty" {...landmark(false, t('article'))}>
        <p>{t('chooseArticle')}</p>
        <p class="hints">
          <kbd>j</kbd>
          <kbd>k</kbd> {t('hintWalk')} <kbd>?</kbd> {t('keyHelp')}
        </p>
      </div>
    );
  }
  return (
    <div class="pane article-pane" {...landmark(true, t('article'))}>
      <LazyArticle open={open} />
    </div>
  );
}

/** Escape first closes what lies on top. */
const readerKeys: KeyHandlers = {
  ...readingKeys,
  back: () => {
    if (navOpen.value) navOpen.value = false;
    else readingKeys.back?.();
  },
};

/** Feeds, list and article beside each other; in narrow windows and in the side panel one at a time. */
export function Reader() {
  useKeys(readerKeys);
  const shown = route.value.entryId === null ? 'list' : 'article';
  return (
    <>
      <Banners />
      <div class="panes" data-shown={shown} data-nav={navOpen.value ? 'open' : 'closed'}>
        <SubscriptionsPane />
        <ListPane />
        <ArticlePane />
      </div>
      <ToastArea />
      <KeysHelp />
    </>
  );
}
