import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FeedServer, startFeedServer } from '../server/feed-server';
import { siteNames } from '../server/sites';
import { launchBrowser, type TestBrowser } from './browser';
import type { WithExtensionApi } from './extension-api';
import type { ExtensionPage, Size } from './extension-page';
import { healthStage, putStage } from './health-stage';

const folder = join(import.meta.dirname, '../screenshots');
const leadTitle = '特朗普宣誓就职';
const popupSize = { width: 400, height: 600 };
const wide = { width: 1440, height: 900 };
const middle = { width: 800, height: 900 };
const narrow = { width: 360, height: 740 };

interface Picture {
  name: string;
  path: string;
  size: Size;
  /** The article that is opened before the picture is taken, by a part of its title; '' for the first. It is read from then on. */
  article?: string;
  /** What is done on the page before the picture is taken. */
  before?: (page: ExtensionPage) => Promise<void>;
}

const popupList: Picture = { name: 'popup-list', path: 'popup.html', size: popupSize };
const popupArticle: Picture = { ...popupList, name: 'popup-article', article: leadTitle };
/** What has just come is found a moment later. */
const found = async (page: ExtensionPage) => void (await page.articlesListed());
const popupSearch: Picture = {
  ...popupList,
  name: 'popup-search',
  path: 'popup.html#/search/web',
  before: found,
};
const reader = (size: Size): Picture => ({
  name: `reader-${size.width}`,
  path: 'reader.html#/all',
  size,
  ...(size === wide && { article: leadTitle }),
});
const search: Picture = {
  name: 'search',
  path: `reader.html#/search/${encodeURIComponent('习近平')}`,
  size: wide,
  before: found,
};
const tags: Picture = { name: 'tags', path: 'reader.html#/tag/1', size: wide };
const player: Picture = { name: 'player', path: 'reader.html#/audio', size: narrow, article: '' };

const section = (name: string, hash: string, size: Size): Picture => ({
  name: `${name}-${size.width}`,
  path: `options.html#${hash}`,
  size,
});
const options: Picture = { ...section('options', 'feeds', { width: 1280, height: 900 }), name: 'options' };
const settingsSearch = (words: string): Picture => ({
  ...section('settings-search', 'reading', middle),
  before: async (page) => {
    await page.page.focus('.settings-search input');
    await page.page.keyboard.type(words);
    await page.until('what was found', () => document.querySelector('.found-setting') !== null);
  },
});
const settingsFile = (size: Size): Picture => ({
  ...section('settings-file', 'backup', size),
  before: async (page) => {
    await page.clickOn('.changed-settings summary');
    await page.evaluate(() => document.querySelector('[data-setting=file]')?.scrollIntoView());
  },
});

/** Of feeds in every state of health, with a past that no fixture has. */
const health = (size: Size) => section('health', 'health', size);
const feed = (size: Size) => section('feed', 'feed/1', size);

interface Look {
  /** Of the files' names. */
  suffix: string;
  language: string;
  dark: boolean;
  /** One of the reader's own, in place of what the system wants. */
  theme?: string;
  pictures: Picture[];
  health: Picture[];
  /** Before any feed is there. */
  empty?: Picture[];
}

/** Three languages and four themes: each picture in those where something can go wrong, not in all. */
const looks: Look[] = [
  {
    suffix: '',
    language: 'en-US',
    dark: false,
    empty: [section('welcome', 'welcome', wide)],
    pictures: [popupList, reader(wide), options, section('rules', 'rules', wide), settingsSearch('night')],
    health: [health(wide), feed(wide)],
  },
  {
    suffix: '-dark',
    language: 'en-US',
    dark: true,
    pictures: [popupArticle, popupSearch, reader(middle), settingsFile(middle)],
    health: [health(middle), feed(narrow)],
  },
  {
    suffix: '-zh',
    language: 'zh-CN',
    dark: false,
    empty: [{ ...popupList, name: 'popup-empty' }],
    pictures: [popupList, reader(narrow), search, section('rules', 'rules', narrow)],
    health: [feed(middle), health(narrow)],
  },
  {
    suffix: '-zh-dark',
    language: 'zh-CN',
    dark: true,
    empty: [section('welcome', 'welcome', narrow)],
    pictures: [popupArticle, tags, player, settingsSearch('夜间')],
    health: [],
  },
  {
    suffix: '-tw-sepia',
    language: 'zh-TW',
    dark: false,
    theme: 'sepia',
    pictures: [popupList, reader(wide), settingsFile(narrow)],
    health: [],
  },
  {
    suffix: '-black',
    language: 'en-US',
    dark: true,
    theme: 'black',
    pictures: [popupArticle, player],
    health: [],
  },
];

/**
 * Takes the README's pictures whose names fit `only`, all without it, in Chromium on the fixture feeds; gives the files'
 * names.
 */
export async function takePictures(only = /./): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const saved: string[] = [];
  for (const each of looks) {
    const wanted = (all: Picture[] = []) => all.filter(({ name }) => only.test(name + each.suffix));
    const [empty, pictures, health] = [wanted(each.empty), wanted(each.pictures), wanted(each.health)];
    const look = { ...each, empty, pictures, health };
    saved.push(...(await takeLook(look)), ...(await takeHealth(look)));
  }
  return saved;
}

async function takeLook(look: Look): Promise<string[]> {
  if ((look.empty ?? []).length + look.pictures.length === 0) return [];
  const server = await startFeedServer();
  const browser = await launchBrowser('chromium', { ...look, mouse: true });
  const saved: string[] = [];
  try {
    for (const picture of look.empty ?? []) saved.push(await take(browser, picture, look));
    await fill(browser, server);
    await arrange(browser, look);
    for (const picture of look.pictures) saved.push(await take(browser, picture, look));
    return saved;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function takeHealth(look: Look): Promise<string[]> {
  if (look.health.length === 0) return [];
  const browser = await launchBrowser('chromium', { ...look, mouse: true });
  try {
    const first = await browser.open('options.html');
    await first.until('the page', () => document.querySelector('h1') !== null);
    await putStage(first, healthStage(Date.now()));
    await first.close();
    const saved: string[] = [];
    for (const picture of look.health) saved.push(await take(browser, picture, look));
    return saved;
  } finally {
    await browser.close();
  }
}

/** What a reader has after some weeks: tags, searches, rules, a theme of her own. */
async function arrange(browser: TestBrowser, { language, theme = 'auto' }: Look): Promise<void> {
  const page = await browser.open('reader.html#/all');
  const entryIds = (await page.articlesListed()).map(({ id }) => Number(id));
  await page.evaluate((wanted) => {
    const { chrome } = globalThis as unknown as WithExtensionApi;
    return chrome.storage.local.set({ settings: { theme: wanted, textSize: 18, badge: 'new' } });
  }, theme);
  await page.close();
  const [later, trade, star] = language === 'en-US' ? ['Later', 'Trade', 'Web'] : ['稍后读', '贸易', '网络'];
  await browser.send('tagEntries', { entryIds: entryIds.slice(0, 4), add: [later] });
  await browser.send('tagEntries', { entryIds: entryIds.slice(2, 9), add: [trade] });
  await browser.send('saveSearch', { title: star, query: 'web is:unread' });
  await browser.send('saveSearch', { title: '', query: 'feed:adactio after:30d' });
  const rule = (title: string, text: string, verb: string, tag = '') => ({
    title,
    enabled: true,
    mode: 'any',
    conditions: [{ field: 'title', operator: 'contains', text }],
    actions: [{ verb, tag }],
  });
  await browser.send('setRules', {
    rules: [rule('', 'Trump', 'star'), rule('', 'podcast', 'tag', later), rule('', 'sponsored', 'hide')],
  });
}

async function fill(browser: TestBrowser, server: FeedServer): Promise<void> {
  await browser.grantLoopback();
  server.edit('feedx-voachinese', (text) => asOfNow(withLocalImages(text, server.origin)));
  const odd = new Set([
    'hostile',
    'feedx-voachinese',
    'voachinese-gbk',
    'latin1',
    'reddit-rss',
    'craigslist',
  ]);
  for (const site of [...siteNames().filter((name) => !odd.has(name)), 'feedx-voachinese']) {
    await browser.send('subscribe', { url: server.feedUrl(site) });
  }
}

/** The proxy that the mirror names cannot be reached from a test; the server's own pictures stand for it. */
function withLocalImages(text: string, origin: string): string {
  return text.replace(
    /https:\/\/images\.weserv\.nl\?url=([\w./-]+)/g,
    (_, path: string) => `${origin}/image/${path}`,
  );
}

/** Dated some minutes ago, so that it stands first as it did on its day. */
function asOfNow(text: string): string {
  let minutes = 0;
  return text.replace(/<pubDate>[^<]*/g, () => {
    minutes = minutes * 3 + 2;
    return `<pubDate>${new Date(Date.now() - minutes * 60_000).toUTCString()}`;
  });
}

async function take(browser: TestBrowser, picture: Picture, { suffix }: Look): Promise<string> {
  const page = await browser.open(picture.path, picture.size);
  if (picture.path.startsWith('options.html'))
    await page.until('the page', () => document.querySelector('.options-column h1') !== null);
  else await page.until('the list', () => document.querySelector('[role="feed"] article, .state') !== null);
  if (picture.article === '') await page.clickOn('[role="feed"] article');
  else if (picture.article) await page.openArticle(picture.article);
  await picture.before?.(page);
  // A lazy image out of sight never decodes: those that are to be seen have had their time by then.
  await new Promise((done) => setTimeout(done, 1000));
  const name = `${picture.name}${suffix}.png`;
  await page.screenshot(join(folder, name) as `${string}.png`);
  await page.close();
  return name;
}
