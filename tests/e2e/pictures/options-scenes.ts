import type { ExtensionPage } from '../extension-page';
import { seen } from './doings';
import { optionsStates } from './options-states';
import type { Look, Scene, StageName } from './scene';

const section = (stage: StageName, name: string, hash: string, ...looks: Look[]): Scene => ({
  name: `options-${name}`,
  stage,
  path: `options.html#${hash}`,
  looks,
});

/** Looks for a setting by the words of its name. */
const find = (words: string) => async (page: ExtensionPage) => {
  await page.page.focus('.settings-search input');
  await page.page.keyboard.type(words);
  await page.until('what was found', () => document.querySelector('.found-setting') !== null);
};

const showSettingsFile = async (page: ExtensionPage) => {
  await page.clickOn('.changed-settings summary');
  await page.evaluate(() => document.querySelector('[data-setting=file]')?.scrollIntoView());
};

/** The options page. */
export const optionsScenes: readonly Scene[] = [
  section('empty', 'welcome', 'welcome', '1440-en-light', '360-zh_CN-dark'),
  section('feeds', 'feeds', 'feeds', '1440-en-light'),
  section('feeds', 'rules', 'rules', '1440-en-light', '360-zh_CN-light'),
  { ...section('feeds', 'found', 'reading', '800-en-light'), before: find('night') },
  { ...section('feeds', 'found', 'reading', '800-zh_CN-dark'), before: find('夜间') },
  {
    ...section('feeds', 'settings-file', 'backup', '800-en-dark', '360-zh_TW-sepia'),
    settings: { textSize: 18, badge: 'new' },
    before: showSettingsFile,
  },
  { ...section('feeds', 'reading', 'reading', '800-en-sepia', '360-zh_TW-black'), height: 1100 },
  section('feeds', 'listening', 'listening', '800-zh_CN-light', '360-en-dark'),
  section('feeds', 'images', 'images', '1440-zh_TW-sepia', '360-zh_CN-dark'),
  section('feeds', 'badge', 'badge', '800-en-light', '360-zh_CN-black'),
  { ...section('feeds', 'keys', 'keys', '800-zh_TW-dark', '360-en-light'), height: 1500 },
  { ...section('feeds', 'archive', 'archive', '800-en-black', '360-zh_TW-sepia'), height: 1300 },
  section('feeds', 'backup', 'backup', '1440-zh_CN-dark', '360-en-sepia'),
  section('feeds', 'about', 'about', '800-zh_TW-light', '360-zh_CN-dark'),
  section('empty', 'feeds-none', 'feeds', '800-zh_CN-light', '360-en-black'),
  { ...section('empty', 'health-none', 'health', '800-zh_TW-sepia', '360-en-light'), before: seen('.state') },
  section('empty', 'rules-none', 'rules', '800-en-dark', '360-zh_CN-sepia'),
  section('many', 'health-many', 'health', '800-zh_TW-light', '360-en-black'),
  section('health', 'health', 'health', '1440-en-light', '800-en-dark', '360-zh_CN-light'),
  section('health', 'feed', 'feed/1', '1440-en-light', '360-en-dark', '800-zh_CN-light'),
  ...optionsStates,
];
