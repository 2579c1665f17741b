import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FeedServer, startFeedServer } from '../server/feed-server';
import { siteNames } from '../server/sites';
import { launchBrowser, type TestBrowser } from './browser';
import type { Size } from './extension-page';
import { healthStage, putStage } from './health-stage';

const folder = join(import.meta.dirname, '../screenshots');
const leadTitle = '特朗普宣誓就职';

interface Picture {
  name: string;
  path: string;
  size: Size;
  /** Opens the article of the first reader before the picture is taken; it is read from then on. */
  article?: boolean;
}

const pictures: Picture[] = [
  { name: 'popup-list', path: 'popup.html', size: { width: 400, height: 600 } },
  { name: 'popup-article', path: 'popup.html', size: { width: 400, height: 600 }, article: true },
  { name: 'reader-1440', path: 'reader.html#/all', size: { width: 1440, height: 900 }, article: true },
  { name: 'reader-800', path: 'reader.html', size: { width: 800, height: 900 } },
  { name: 'reader-360', path: 'reader.html', size: { width: 360, height: 740 } },
  { name: 'options', path: 'options.html', size: { width: 1280, height: 900 } },
];

/** Of feeds in every state of health, with a past that no fixture has. */
const healthPictures: Picture[] = [1440, 800, 360].flatMap((width) => [
  { name: `health-${width}`, path: 'options.html#health', size: { width, height: 900 } },
  { name: `feed-${width}`, path: 'options.html#feed/1', size: { width, height: 900 } },
]);

/** In English and Chinese, light and dark. */
const looks = [
  { suffix: '', language: 'en-US', dark: false },
  { suffix: '-dark', language: 'en-US', dark: true },
  { suffix: '-zh', language: 'zh-CN', dark: false },
  { suffix: '-zh-dark', language: 'zh-CN', dark: true },
];

/** Takes every picture of the README in Chromium, on the fixture feeds; gives the files' names. */
export async function takePictures(): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const saved: string[] = [];
  for (const { suffix, language, dark } of looks) {
    const server = await startFeedServer();
    const browser = await launchBrowser('chromium', { language, dark });
    try {
      await fill(browser, server);
      for (const picture of pictures) saved.push(await take(browser, picture, suffix));
    } finally {
      await browser.close();
      await server.close();
    }
    saved.push(...(await takeHealth({ language, dark }, suffix)));
  }
  return saved;
}

async function takeHealth(look: { language: string; dark: boolean }, suffix: string): Promise<string[]> {
  const browser = await launchBrowser('chromium', look);
  try {
    const first = await browser.open('options.html');
    await first.until('the page', () => document.querySelector('h1') !== null);
    await putStage(first, healthStage(Date.now()));
    await first.close();
    const saved: string[] = [];
    for (const picture of healthPictures) saved.push(await take(browser, picture, suffix));
    return saved;
  } finally {
    await browser.close();
  }
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

async function take(browser: TestBrowser, picture: Picture, suffix: string): Promise<string> {
  const page = await browser.open(picture.path, picture.size);
  if (!picture.path.startsWith('options.html')) await page.articlesListed();
  if (picture.article) await page.openArticle(leadTitle);
  // A lazy image out of sight never decodes: those that are to be seen have had their time by then.
  await new Promise((done) => setTimeout(done, 1500));
  const name = `${picture.name}${suffix}.png`;
  await page.screenshot(join(folder, name) as `${string}.png`);
  await page.close();
  return name;
}
