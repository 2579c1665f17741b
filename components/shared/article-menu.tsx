import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { readWebUrl } from '../../utils/text/address-url';
import { feedsById } from './feeds-state';
import { loadFullText } from './full-text-state';
import { picking } from './picking';
import { PopoverButton } from './popover-button';

interface Item {
  label: string;
  run: () => void;
}

/** Loaded with the first use: none of it is needed to read. */
const outlets = () => import('./article-outlets');

function itemsFor(entry: Entry): Item[] {
  const linked = readWebUrl(entry.link) !== null;
  const link: Item = { label: t('copyLink'), run: () => void outlets().then((all) => all.copyLink(entry)) };
  const share: Item = { label: t('shareArticle'), run: () => void outlets().then((all) => all.share(entry)) };
  const full: Item = { label: t('fullTextLoad'), run: () => loadFullText(entry) };
  const hide: Item = { label: t('hideBlock'), run: () => (picking.value = entry.id) };
  return [
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
  return (
    <PopoverButton icon="more" label={t('moreTools')} class="menu">
      {(close) =>
        itemsFor(entry).map(({ label, run }) => (
          <button
            key={label}
            type="button"
            class="menu-item"
            onClick={() => {
              close();
              run();
            }}
          >
            {label}
          </button>
        ))
      }
    </PopoverButton>
  );
}
