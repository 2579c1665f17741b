import {
  checking,
  inTurn,
  leadTitle,
  listed,
  loading,
  offline,
  opened,
  pressed,
  seen,
  stored,
  undone,
} from './doings';
import type { Look, Scene, StageName } from './scene';

const at = (stage: StageName, name: string, hash: string, ...looks: Look[]): Scene => ({
  name: `popup-${name}`,
  stage,
  path: `popup.html${hash}`,
  looks,
});

const recent = ['习近平', 'feed:adactio after:30d', 'climate change', '訂閱:bbc 是:未讀'];

/** The popup, 400 by 600 as Chromium gives it. */
export const popupScenes: readonly Scene[] = [
  at('empty', 'first', '', '400-en-dark', '400-zh_CN-light', '400-zh_TW-sepia'),
  at(
    'feeds',
    'list',
    '',
    '400-en-light',
    '400-zh_CN-light',
    '400-zh_TW-sepia',
    '400-en-black',
    '400-zh_CN-dark',
  ),
  {
    ...at('feeds', 'article', '#/all', '400-zh_CN-dark', '400-en-black', '400-zh_TW-sepia', '400-en-light'),
    before: opened(leadTitle),
  },
  {
    ...at('feeds', 'looks-panel', '#/all', '400-en-light', '400-zh_TW-black'),
    before: inTurn(opened(leadTitle), pressed('readingPanel')),
  },
  {
    ...at('feeds', 'article-menu', '#/all', '400-en-dark', '400-zh_CN-sepia'),
    before: inTurn(opened(leadTitle), pressed('moreTools')),
  },
  { ...at('feeds', 'search', '#/search/web', '400-en-dark', '400-zh_TW-light'), before: listed },
  at('feeds', 'search-nothing', '#/search/zzzzqq', '400-en-sepia', '400-zh_TW-dark'),
  at('feeds', 'search-unclear', '#/search/is%3Agreen%20web', '400-en-light', '400-zh_CN-black'),
  {
    ...at('feeds', 'search-help', '#/search/web', '400-en-light', '400-zh_CN-dark', '400-zh_TW-sepia'),
    before: pressed('searchHelp'),
  },
  {
    ...at('feeds', 'search-recent', '#/search/', '400-en-light', '400-zh_TW-black'),
    before: inTurn(stored({ 'recent-searches': recent }), seen('.recent-searches')),
    after: stored({ 'recent-searches': [] }),
  },
  { ...at('feeds', 'offline', '', '400-en-light', '400-zh_CN-black'), before: inTurn(listed, offline) },
  { ...at('feeds', 'loading', '#/all', '400-en-light', '400-zh_TW-dark'), before: loading },
  {
    ...at('feeds', 'toast', '', '400-en-dark', '400-zh_CN-light'),
    before: inTurn(listed, pressed('markAllRead'), seen('.toast')),
    after: undone,
  },
  {
    ...at('feeds', 'notices', '#/all', '400-en-light', '400-zh_TW-dark'),
    before: inTurn(
      stored({
        notices: { full: { at: Date.UTC(2026, 0, 15) }, restored: { count: 12 }, repaired: { count: 3 } },
      }),
      seen('.banner'),
    ),
    after: stored({ notices: {} }),
  },
  {
    ...at('feeds', 'site-closed', '', '400-en-light', '400-zh_TW-sepia'),
    before: pressed('subscribeToSite'),
  },
  at('many', 'many', '', '400-en-light', '400-zh_CN-dark'),
  { ...at('polling', 'polling', '', '400-en-light', '400-zh_CN-black'), before: checking },
];
