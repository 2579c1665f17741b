import {
  checking,
  draggedOver,
  inTurn,
  leadTitle,
  listed,
  loading,
  offline,
  opened,
  pressed,
  pressedOn,
  seen,
  stored,
  undone,
} from './doings';
import type { Look, Scene, StageName } from './scene';

const at = (stage: StageName, name: string, path: string, ...looks: Look[]): Scene => ({
  name: `reader-${name}`,
  stage,
  path: `reader.html${path}`,
  looks,
});

const notices = { full: { at: Date.UTC(2026, 0, 15) }, restored: { count: 12 }, repaired: { count: 3 } };

const wholes: readonly Scene[] = [
  at('empty', 'first', '', '1440-en-light', '360-zh_TW-dark', '800-zh_CN-sepia'),
  {
    ...at('feeds', 'list', '#/all', '800-en-dark', '360-zh_CN-light', '1440-zh_TW-black', '360-en-sepia'),
    before: listed,
  },
  {
    ...at(
      'feeds',
      'article',
      '#/all',
      '1440-en-light',
      '1440-zh_TW-sepia',
      '1440-zh_CN-dark',
      '800-zh_CN-black',
    ),
    before: opened(leadTitle),
  },
  {
    ...at('feeds', 'subscriptions', '#/all', '360-en-light', '360-zh_TW-black', '800-zh_CN-sepia'),
    before: inTurn(listed, pressed('subscriptions')),
  },
  {
    name: 'panel-list',
    stage: 'feeds',
    path: 'sidepanel.html',
    looks: ['360-zh_CN-black', '400-zh_TW-light'],
    height: 900,
    before: listed,
  },
  { ...at('feeds', 'loading', '#/all', '1440-en-dark', '360-zh_CN-sepia'), before: loading },
  {
    ...at('feeds', 'offline', '#/all', '800-en-light', '360-zh_TW-sepia', '1440-zh_CN-black'),
    before: inTurn(listed, offline),
  },
  {
    ...at('feeds', 'notices', '#/all', '1440-en-sepia', '360-zh_CN-dark'),
    before: inTurn(stored({ notices }), seen('.banner')),
    after: stored({ notices: {} }),
  },
  at('many', 'many', '', '1440-en-light', '800-zh_TW-dark'),
  { ...at('many', 'many-subscriptions', '', '360-zh_CN-black'), before: pressed('subscriptions') },
  { ...at('polling', 'polling', '', '1440-en-light', '360-zh_CN-dark'), before: checking },
];

/** Simplified and traditional alike. */
const found = `#/search/${encodeURIComponent('最后')}`;

const searches: readonly Scene[] = [
  { ...at('feeds', 'search', found, '1440-zh_CN-light', '800-zh_TW-sepia'), before: opened('活字印刷') },
  { ...at('feeds', 'search-list', found, '360-zh_TW-black', '360-en-light'), before: listed },
  at('feeds', 'search-nothing', '#/search/zzzzqq', '1440-en-light', '360-zh_CN-sepia'),
  {
    ...at('many', 'search-indexing', '#/search/store', '1440-en-light', '360-zh_CN-dark'),
    before: seen('.state-mark'),
  },
  {
    ...at('feeds', 'search-help', '#/search/web', '800-en-dark', '360-zh_TW-light'),
    before: pressed('searchHelp'),
  },
];

/** Empty lists, each with its reason. */
const empties: readonly Scene[] = [
  at('podcasts', 'no-stars', '#/starred', '800-en-light', '360-zh_CN-dark'),
  at('podcasts', 'no-edits', '#/edited', '360-en-sepia', '1440-zh_TW-dark'),
  at('podcasts', 'no-hidden', '#/hidden', '800-zh_CN-light', '360-zh_TW-black'),
  at('health', 'no-articles', '#/feed/4', '800-en-light', '360-zh_CN-black'),
  at('health', 'failing', '#/feed/9', '800-en-light', '360-zh_TW-dark', '1440-zh_CN-sepia'),
  at('health', 'mirrored', '#/feed/1', '800-en-dark', '360-zh_CN-light'),
  {
    ...at('podcasts', 'all-read', '', '1440-en-light', '360-zh_TW-sepia'),
    before: inTurn(listed, pressed('markAllRead'), seen('.toast')),
    after: undone,
  },
  {
    ...at('health', 'permission', '', '800-en-light', '360-zh_CN-dark', '1440-zh_TW-black'),
    before: async (page, { browser }) => {
      await browser.send('refresh', { feedIds: [3, 4] });
      await page.until('word of it', () => document.querySelector('.banner') !== null);
    },
  },
];

const [aFeed, another, aFolder] = ['feed:11', 'feed:2', 'folder:2'].map(
  (node) => `.nav-pane [data-node="${node}"]`,
) as [string, string, string];

const dragging: readonly Scene[] = [
  {
    ...at('feeds', 'drag-into', '#/all', '1440-en-light', '1440-zh_CN-dark'),
    before: inTurn(listed, seen(aFolder), draggedOver(aFeed, aFolder, 0.5)),
  },
  {
    ...at('feeds', 'drag-between', '#/all', '1440-zh_TW-sepia', '1440-en-black'),
    before: inTurn(listed, seen(another), draggedOver(aFeed, another, 0.1)),
  },
];

const dialogs: readonly Scene[] = [
  { ...at('feeds', 'tag', '#/tag/1', '1440-zh_CN-dark', '800-en-light'), before: opened('第四季度') },
  {
    ...at('feeds', 'keys', '#/all', '800-en-light', '360-zh_TW-dark', '1440-zh_CN-sepia'),
    before: inTurn(listed, (page) => page.press('?'), seen('.keys-dialog')),
  },
  {
    ...at('feeds', 'edit-tags', '#/all', '1440-en-light', '360-zh_CN-black'),
    before: inTurn(listed, async (page, { words }) => {
      if (await page.query('button', words('subscriptions')))
        await page.click('button', words('subscriptions'));
      await page.click('button', words('editTags'));
      await page.until('the names', () => document.querySelector('.tag-editor') !== null);
    }),
  },
  {
    ...at('feeds', 'feed-menu', '#/all', '1440-en-dark', '1440-zh_CN-light'),
    before: inTurn(listed, pressedOn('[data-node^="feed:"] .icon-button'), seen('.node-dialog')),
  },
  {
    ...at('feeds', 'list-menu', '#/all', '1440-zh_TW-light', '360-en-dark'),
    before: inTurn(listed, pressed('listTools'), seen(':popover-open .menu-item')),
  },
  {
    ...at('feeds', 'export', '#/all', '800-zh_CN-light', '360-en-black'),
    before: inTurn(listed, pressed('listTools'), pressed('exportList'), seen('.export-dialog')),
  },
];

const preview = (
  name: string,
  [site, mode]: [site: string, mode?: string],
  wait: NonNullable<Scene['before']>,
  ...looks: Look[]
): Scene => ({
  ...at('feeds', name, '', ...looks),
  before: async (page, stage) => {
    await page.go(`reader.html#preview=${encodeURIComponent(stage.server.feedUrl(site, mode))}`);
    await wait(page, stage);
  },
});

const previews: readonly Scene[] = [
  preview(
    'preview-ask',
    ['feedx-voachinese'],
    (page, { words }) => page.find('button', words('previewShow')),
    '1440-en-light',
    '360-zh_CN-sepia',
  ),
  preview(
    'preview',
    ['feedx-voachinese'],
    inTurn(pressed('previewShow'), seen('.preview article, .preview .row, [role="feed"] .row')),
    '1440-zh_TW-dark',
    '360-en-light',
  ),
  preview(
    'preview-twin',
    ['heise-developer', 'etag'],
    inTurn(pressed('previewShow'), seen('.twin-offer')),
    '1440-en-light',
    '360-zh_CN-dark',
  ),
];

/** The reader page: three panes, one on narrow windows. */
export const readerScenes: readonly Scene[] = [
  ...wholes,
  ...searches,
  ...empties,
  ...dragging,
  ...dialogs,
  ...previews,
];
