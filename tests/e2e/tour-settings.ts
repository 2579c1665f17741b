import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ExtensionPage } from './extension-page';
import { healthStage, putStage } from './health-stage';
import type { World } from './scenario';
import type { Stop, Stretch, Words } from './tour';

const size = { width: 1000, height: 900 };
const column = '.options-column';
const aim = (hash: string, sees: string, name = hash): Stop => ({
  name: `options: ${name}`,
  at: `#${hash}`,
  sees: `${column} ${sees}`,
  part: '.options-main',
});

/** A file of the reader's own on the disk, for as long as the test runs. */
function fileOf(name: string, content: object | string): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-tour-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const choose =
  (label: string, name: string, content: object | string) => (page: ExtensionPage, words: Words) =>
    page.chooseFile(words(label), fileOf(name, content));

const search = (text: string) => async (page: ExtensionPage) => {
  await page.page.focus('.settings-search input');
  await page.evaluate(() => document.querySelector<HTMLInputElement>('.settings-search input')?.select());
  await page.page.keyboard.type(text);
};

const click = (key: string) => (page: ExtensionPage, words: Words) => page.click('button', words(key));
const clickOn = (selector: string) => (page: ExtensionPage) => page.clickOn(selector);

/** Presses the button of a command, then a key. */
const giveKey = (command: string, key: 'k') => async (page: ExtensionPage) => {
  await page.clickOn(`#keys-${command}`);
  await page.until('the key to be asked for', () => document.activeElement?.className === 'key-capture');
  await page.press(key);
};

/** Before anything is subscribed to. */
export const emptySettings: readonly Stretch[] = [
  {
    path: 'options.html#welcome',
    size,
    stops: [
      { name: 'welcome: 1', sees: '.welcome label.file' },
      { name: 'welcome: 2', by: click('skipStep'), sees: '.promises', part: '.options-main' },
      { name: 'welcome: 3', by: click('nextStep'), sees: '.set-card', part: '.options-main' },
      aim('feeds', '#address', 'feeds, none yet'),
      aim('health', 'h1', 'health, none yet'),
      aim('rules', 'p.quiet', 'rules, none yet'),
    ],
  },
];

const settingsFile = {
  broadsheet: 'settings',
  version: 1,
  settings: { theme: 'dark', textSize: 99, badge: 'new', weather: 'sunny' },
};
const backup = {
  broadsheet: 'backup',
  version: 1,
  writtenAt: 1_700_000_000_000,
  settings: {},
  folders: [],
  feeds: [{ id: 2, title: 'Fine', sources: [{ url: 'https://paper.example/feed' }] }],
};
const opml =
  '<opml version="2.0"><body><outline type="rss" text="One" xmlUrl="https://one.example/feed.xml"/>' +
  '<outline type="rss" text="Bad" xmlUrl="nowhere"/></body></opml>';

const sections: Stretch = {
  path: 'options.html#feeds',
  size,
  stops: [
    aim('feeds', '.feed-row .feed-state.bad'),
    { ...aim('feeds', 'details.bin[open] .feed-row', 'bin'), by: clickOn('details.bin summary') },
    { ...aim('feeds', '.feed-row form', 'renaming'), by: clickOn('.feed-row .feed-actions .icon-button') },
    {
      ...aim('feeds/add', '.problem-note', 'no feed at an address'),
      by: async (page) => {
        await page.page.focus('#address');
        await page.page.keyboard.type('http://127.0.0.1:9/nothing');
        await page.page.keyboard.press('Enter');
      },
    },
    aim('feed/1', '.check-strip', 'feed that fails'),
    aim('feed/3', '.check-strip', 'feed'),
    aim('health', '.health-row'),
    aim('reading', '.segments'),
    aim('listening', 'h1 ~ *'),
    aim('images', 'h1 ~ *'),
    aim('rules', '.rule'),
    { ...aim('rules', '.rule-form', 'rule editor'), by: click('addRule') },
    aim('badge', '.segments'),
    aim('keys', '.key-rows'),
    { ...aim('keys', '.key-capture', 'asking for a key'), isFleeting: true, by: clickOn('#keys-openNext') },
    {
      ...aim('keys', '.note.warn', 'keys that clash'),
      by: async (page) => {
        await page.press('Escape');
        await giveKey('openNext', 'k')(page);
      },
    },
    aim('archive', '.archive-part'),
    aim('backup', '.archive-part'),
    {
      ...aim('backup', '.restore-preview', 'backup opened'),
      by: choose('chooseBackup', 'a.backup.jsonl', backup),
    },
    {
      ...aim('backup', '.changed-settings, [data-setting=file] .import-report', 'settings file opened'),
      by: choose('chooseSettings', 'settings.json', settingsFile),
    },
    aim('about', 'h1 ~ *'),
    aim('welcome', '.welcome'),
    {
      ...aim('reading', '.found-setting', 'settings found'),
      by: (page, words) => search(words('sectionImages'))(page),
    },
    { ...aim('reading', 'h1 ~ *', 'no setting found'), by: search('xyzzy') },
    {
      ...aim('feeds/opml', '.import-report', 'feeds imported'),
      by: async (page, words) => {
        await page.press('Escape');
        await choose('importOpml', 'feeds.opml', opml)(page, words);
      },
    },
    {
      name: 'options: sites that wait for leave',
      by: (_, __, { browser }) => browser.send('refresh', {}),
      sees: '.banner.warn',
      part: '.options-main',
    },
  ],
};

/** Over the feeds that are there. */
async function putHealth({ desk }: World): Promise<void> {
  const page = await desk();
  await putStage(page, healthStage(Date.now()));
  await page.close();
}

const stage: Stretch = {
  path: 'options.html#health',
  size,
  before: putHealth,
  stops: [
    aim('health', '.health-row:nth-child(9)', 'health, every state'),
    aim('health/failing', '.health-row', 'health, failing'),
    aim('feed/1', '.check-strip', 'feed with a past'),
  ],
};

/** With feeds. The last stretch writes others over them. */
export const settings: readonly Stretch[] = [sections, stage];
