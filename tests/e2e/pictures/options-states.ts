import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { savedFile, watchDownloads } from '../saved-file';
import { inTurn, pressed, pressedOn, seen, undone } from './doings';
import type { Look, Scene, StageName } from './scene';

type Doing = NonNullable<Scene['before']>;

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));

/** A file of these words, to be chosen. */
function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const chosen =
  (label: string, name: string, text: string): Doing =>
  (page, { words }) =>
    page.chooseFile(words(label), file(name, text));

/** Types into the first that the selector fits, and sends it off. */
const typed =
  (selector: string, text: string): Doing =>
  async (page) => {
    await page.page.bringToFront();
    await page.page.focus(selector);
    await page.page.keyboard.type(text);
    await page.page.keyboard.press('Enter');
  };

const state = (
  stage: StageName,
  name: string,
  hash: string,
  looks: Look[],
  before: Doing,
  more: Partial<Scene> = {},
): Scene => ({ name: `options-${name}`, stage, path: `options.html#${hash}`, looks, before, ...more });

const outlines = Array.from({ length: 12 }, (_, k) => {
  const feeds = Array.from(
    { length: 25 },
    (_, i) => `<outline type="rss" text="Feed ${k}-${i}" xmlUrl="https://feed-${k}-${i}.example/rss"/>`,
  );
  return `<outline text="Folder ${k}">${feeds.join('')}${feeds[0]}</outline>`;
});
const wrong =
  '<outline type="rss" text="Wrong" xmlUrl="nowhere at all"/><outline type="rss" text="At home" xmlUrl="http://192.168.1.7/feed"/>';
const opml = `<opml version="2.0"><body>${outlines.join('')}${wrong}</body></opml>`;
const imported = inTurn(chosen('importOpml', 'many.opml', opml), seen('.import-report'));

const next = (steps: number): Doing =>
  inTurn(...Array.from({ length: steps }, () => pressedOn('.welcome-foot .button:last-child')));

const welcome: readonly Scene[] = [
  state('empty', 'welcome-asks', 'welcome', ['800-en-sepia', '360-zh_TW-black'], next(1)),
  state(
    'empty',
    'welcome-sets',
    'welcome',
    ['1440-zh_TW-light', '360-en-dark'],
    inTurn(next(2), pressedOn('.set-card:nth-child(1) input'), pressedOn('.set-card:nth-child(2) input')),
  ),
];

const wrongInput: readonly Scene[] = [
  state(
    'empty',
    'refused-address',
    'feeds',
    ['800-en-light', '360-zh_TW-sepia'],
    inTurn(typed('#address', 'not an address'), seen('.problem-note')),
  ),
  state(
    'empty',
    'refused-server',
    'feeds/rsshub',
    ['800-zh_CN-dark', '360-en-light'],
    inTurn(typed('#rsshub', 'ftp://'), seen('.rsshub .bad-text')),
  ),
  state(
    'empty',
    'refused-proxy',
    'images',
    ['800-zh_TW-black', '360-en-sepia'],
    inTurn(typed('#own-proxy', 'http://proxy'), seen('.own-proxy strong')),
  ),
  state(
    'empty',
    'refused-opml',
    'feeds',
    ['800-zh_CN-sepia', '360-en-dark'],
    inTurn(chosen('importOpml', 'words.opml', 'words'), seen('.toast.bad')),
  ),
  state(
    'empty',
    'refused-settings',
    'backup',
    ['800-en-black', '360-zh_CN-light'],
    inTurn(chosen('chooseSettings', 'settings.json', 'words'), seen('.import-report')),
  ),
  state(
    'empty',
    'refused-backup',
    'backup',
    ['800-en-light', '360-zh_TW-dark'],
    inTurn(chosen('chooseBackup', 'backup.zip', 'words'), seen('.toast.bad')),
  ),
];

const aToast = seen('.toast .link-button');

/** Another feed's address, typed on the page of the first: two that are one may become one. */
const mergeOffered: Doing = async (page, stage) => {
  await typed('#add-address', stage.server.feedUrl('lighthouse'))(page, stage);
  await page.clickOn('.moved-note');
};

/** Another address of what is followed: one more of that feed's, or a feed of its own. */
const twinTyped: Doing = async (page, stage) => {
  await typed('#address', stage.server.feedUrl('heise-developer', 'etag'))(page, stage);
  await page.until('the choice', () => document.querySelector('.twin-offer') !== null);
};

const taken: readonly Scene[] = [
  state('feeds', 'twin', 'feeds', ['1440-en-dark', '360-zh_TW-light'], twinTyped),
  state(
    'feeds',
    'unsubscribed',
    'feeds',
    ['800-en-dark', '360-zh_CN-sepia'],
    inTurn(pressedOn('.feed-actions button:last-child'), aToast),
    { after: undone },
  ),
  state(
    'feeds',
    'rule-removed',
    'rules',
    ['800-zh_TW-light', '360-en-black'],
    inTurn(pressedOn('.rule > .icon-button:last-child'), aToast),
    { after: undone },
  ),
  state(
    'feeds',
    'renaming',
    'feeds',
    ['800-zh_CN-light', '360-en-sepia'],
    inTurn(pressedOn('.feed-actions button'), seen('.name-form')),
  ),
  state('feeds', 'merge-offered', 'feed/1', ['800-en-light', '360-zh_CN-dark'], mergeOffered),
  state(
    'feeds',
    'merged',
    'feed/1',
    ['800-zh_CN-light', '360-zh_TW-black'],
    inTurn(mergeOffered, pressedOn('.moved-note .button'), aToast),
    { after: undone },
  ),
  state('feeds', 'rule-form', 'rules', ['800-en-sepia', '360-zh_TW-dark'], pressed('addRule')),
  state('feeds', 'new-folder', 'feeds', ['800-en-light', '360-zh_CN-black'], pressed('newFolder')),
];

/** Saves a backup and chooses it again. */
const previewed: Doing = async (page, stage) => {
  await watchDownloads(page);
  await page.click('button', stage.words('saveBackup'));
  const saved = await savedFile(page);
  await page.chooseFile(stage.words('chooseBackup'), file(saved.name, saved.bytes));
  await seen('.restore-preview')(page, stage);
};

/** What the options page shows while something is done on it, and after. */
export const optionsStates: readonly Scene[] = [
  ...welcome,
  ...wrongInput,
  ...taken,
  // of the first run's states the last: its feeds stay
  state('empty', 'imported', 'feeds', ['800-en-light', '360-zh_TW-sepia'], imported, { height: 1200 }),
  state('feeds', 'restore', 'backup', ['800-en-light', '360-zh_CN-dark'], previewed, { height: 1200 }),
  state(
    'many',
    'found-feed',
    'feeds',
    ['800-en-light', '360-zh_CN-black'],
    inTurn(seen('.find-feed'), typed('.find-feed', 'feed 12')),
  ),
  state('health', 'notify', 'badge', ['800-zh_CN-sepia', '360-en-dark'], seen('.notify-feeds'), {
    settings: { notifications: true },
  }),
];
