import { leadTitle, listed, opened } from './doings';
import type { Scene } from './scene';

/** The reader page: three panes, one on narrow windows. */
export const readerScenes: readonly Scene[] = [
  {
    name: 'reader-first',
    stage: 'empty',
    path: 'reader.html',
    looks: ['1440-en-light', '360-zh_TW-dark'],
  },
  {
    name: 'reader-list',
    stage: 'feeds',
    path: 'reader.html#/all',
    looks: ['800-en-dark', '360-zh_CN-light', '1440-zh_TW-black', '360-en-sepia'],
    before: listed,
  },
  {
    name: 'reader-article',
    stage: 'feeds',
    path: 'reader.html#/all',
    looks: ['1440-en-light', '1440-zh_TW-sepia', '1440-zh_CN-dark', '800-zh_CN-black'],
    before: opened(leadTitle),
  },
  {
    name: 'reader-search',
    stage: 'feeds',
    path: `reader.html#/search/${encodeURIComponent('习近平')}`,
    looks: ['1440-zh_CN-light', '360-zh_TW-black'],
    before: listed,
  },
  {
    name: 'reader-tag',
    stage: 'feeds',
    path: 'reader.html#/tag/1',
    looks: ['1440-zh_CN-dark', '800-en-light'],
    before: listed,
  },
];
