import { articleScenes } from './article-scenes';
import { listScenes } from './list-scenes';
import { listeningScenes } from './listening-scenes';
import { optionsScenes } from './options-scenes';
import { popupScenes } from './popup-scenes';
import { readerScenes } from './reader-scenes';
import type { Scene } from './scene';

/** Every page in every state. */
export const allScenes: readonly Scene[] = [
  ...popupScenes,
  ...readerScenes,
  ...listScenes,
  ...articleScenes,
  ...listeningScenes,
  ...optionsScenes,
];

/** Those that the repository keeps, for its README and who would like a look without building: the others are made only. */
export const keptPictures: ReadonlySet<string> = new Set([
  'popup-list-400-en-light',
  'popup-list-400-zh_CN-light',
  'popup-list-400-zh_TW-sepia',
  'popup-article-400-zh_CN-dark',
  'popup-article-400-en-black',
  'popup-search-400-en-dark',
  'popup-first-400-zh_CN-light',
  'reader-article-1440-en-light',
  'reader-article-1440-zh_TW-sepia',
  'reader-list-800-en-dark',
  'reader-list-360-zh_CN-light',
  'reader-search-1440-zh_CN-light',
  'reader-tag-1440-zh_CN-dark',
  'listening-player-360-zh_CN-dark',
  'listening-player-360-en-black',
  'options-feeds-1440-en-light',
  'options-rules-1440-en-light',
  'options-rules-360-zh_CN-light',
  'options-found-800-en-light',
  'options-found-800-zh_CN-dark',
  'options-settings-file-800-en-dark',
  'options-settings-file-360-zh_TW-sepia',
  'options-health-1440-en-light',
  'options-health-800-en-dark',
  'options-health-360-zh_CN-light',
  'options-feed-1440-en-light',
  'options-feed-360-en-dark',
  'options-feed-800-zh_CN-light',
  'options-welcome-1440-en-light',
  'options-welcome-360-zh_CN-dark',
]);
