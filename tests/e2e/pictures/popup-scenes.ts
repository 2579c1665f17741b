import { leadTitle, listed } from './doings';
import type { Scene } from './scene';

/** The popup, 400 by 600 as Chromium gives it. */
export const popupScenes: readonly Scene[] = [
  {
    name: 'popup-first',
    stage: 'empty',
    path: 'popup.html',
    looks: ['400-en-dark', '400-zh_CN-light', '400-zh_TW-sepia'],
  },
  {
    name: 'popup-list',
    stage: 'feeds',
    path: 'popup.html',
    looks: ['400-en-light', '400-zh_CN-light', '400-zh_TW-sepia', '400-en-black', '400-zh_CN-dark'],
  },
  {
    name: 'popup-article',
    stage: 'feeds',
    path: 'popup.html#/all',
    looks: ['400-zh_CN-dark', '400-en-black', '400-zh_TW-sepia', '400-en-light'],
    before: (page) => page.openArticle(leadTitle),
  },
  {
    name: 'popup-search',
    stage: 'feeds',
    path: 'popup.html#/search/web',
    looks: ['400-en-dark', '400-zh_TW-light'],
    before: listed,
  },
];
