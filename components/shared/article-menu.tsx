import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { readWebUrl } from '../../utils/text/address-url';
import { feedsById } from './feeds-state';
import { loadFullText } from './full-text-state';
import { ItemMenu, type MenuItem } from './item-menu';
import { soundItems } from './listen';
import { picking } from './picking';

/** Loaded with the first use: none of it is needed to read. */
const outlets = () => import('./article-outlets');

function itemsFor(entry: Entry): MenuItem[] {
  const linked = readWebUrl(entry.link) !== null;
  const link: MenuItem = {
    label: t('copyLink'),
    run: () => void outlets().then((all) => all.copyLink(entry)),
  };
  const share: MenuItem = {
    label: t('shareArticle'),
    run: () => void outlets().then((all) => all.share(entry)),
  };
  const full: MenuItem = { label: t('fullTextLoad'), run: () => loadFullText(entry) };
  const hide: MenuItem = { label: t('hideBlock'), run: () => (picking.value = entry.id) };
  return [
    ...soundItems(entry),
    ...(linked ? [full] : []),
    ...(feedsById.value.has(entry.feedId) ? [hide] : []),
    ...(linked ? [link] : []),
    ...(linked && 'share' in navigator ? [share] : []),
    { label: t('copyMarkdown'), run: () => void outlets().then((all) => all.copyMarkdown(entry)) },
    { label: t('saveArticle'), run: () => void outlets().then((all) => all.saveArticle(entry)) },
    { label: t('printArticle'), run: () => window.print() },
  ];
}

/** The ways an article can leave: copied, shared, saved, printed. */
export function ArticleMenu({ entry }: { entry: Entry }) {
  return <ItemMenu label={t('moreTools')} items={() => itemsFor(entry)} />;
}
