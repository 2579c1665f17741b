import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { FeedServer } from '../server/feed-server';
import { type ExtensionPage, poll } from './extension-page';
import { savedFile, watchDownloads } from './saved-file';
import { scenario } from './scenario';

const beginning = '历时十四个月的修缮工程上周六正式结束……';
const rest = '这座桥建于一百二十年前，由当地石匠用本山青石砌成';
const page = (name: string) => readFileSync(`tests/actions/pages/${name}`);

const german =
  'Am frühen Morgen öffnete die alte Brücke wieder für Fußgänger, und die Nachbarn warteten schon seit Stunden darauf, sie als Erste zu überqueren.';

const item = (title: string, link: string, words = `${title}：${beginning}`) =>
  `<item><guid>${title}</guid><title>${title}</title><link>${link}</link>` +
  `<description>${words}</description></item>`;

const feedOf = (items: string[]) =>
  `<rss version="2.0"><channel><title>地方日报</title>${items.join('')}</channel></rss>`;

/** A feed that sends beginnings: of a page in GBK, of one without an article, and of others. */
function addCutFeed(server: FeedServer): string {
  server.addSite('bridge', page('gbk.htm'), 'text/html');
  server.addSite('bridge-2', page('gbk.htm'), 'text/html');
  server.addSite('bare', page('nothing.htm'), 'text/html');
  const pages = { 石桥完工: 'bridge', 空白一页: 'bare', 空白二页: 'bare', 空白三页: 'bare' };
  const items = Object.entries(pages).map(([title, site]) => item(title, `${server.origin}/ok/${site}`));
  server.addSite('cut', feedOf(items), 'application/rss+xml');
  return server.feedUrl('cut');
}

/** A feed whose site asks whoever wants its pages for patience. */
function addBusyFeed(server: FeedServer): string {
  const items = ['一', '二', '三'].map((title) => item(title, `${server.origin}/retry-after/busy?${title}`));
  items.push(item('Die Brücke ist offen', `${server.origin}/retry-after/busy?4`, german));
  server.addSite('busy', feedOf(items), 'application/rss+xml');
  return server.feedUrl('busy');
}

/** Requests for the page itself, and not for its pictures. */
const asked = (server: FeedServer, path: string) =>
  server.log.exchanges.filter((exchange) => exchange.path === path);

const isShown = (reader: ExtensionPage, words: string) =>
  reader.until(
    `the text "${words}"`,
    (wanted) => document.querySelector('[data-article-body]')?.textContent?.includes(wanted),
    words,
  );

scenario(
  'The full text of a cut feed is offered, fetched once, kept, and found',
  async ({ browser, server, subscribe }) => {
    const feedId = await subscribe(addCutFeed(server));
    let reader = await browser.open('reader.html#/all', { width: 1200, height: 900 });
    await reader.openArticle('石桥完工');
    await reader.shows('This feed seems to send only the beginning of its articles.');
    expect(asked(server, '/ok/bridge')).toEqual([]);
    await reader.click('button', 'Load full text');
    await reader.shows('Full text from 127.0.0.1');
    await isShown(reader, rest);
    const [request] = asked(server, '/ok/bridge');
    expect(request?.headers.accept).toMatch(/^text\/html/);
    expect(request?.headers).not.toHaveProperty('cookie');
    expect(request?.headers).not.toHaveProperty('referer');

    await reader.openArticle('空白一页');
    await reader.click('button', 'Load full text');
    await reader.shows('No article was found on the page at 127.0.0.1.');
    await isShown(reader, beginning);

    await browser.restart();
    reader = await browser.open('reader.html#/all', { width: 1200, height: 900 });
    await reader.openArticle('石桥完工');
    await reader.shows('Full text from 127.0.0.1');
    await isShown(reader, rest);
    expect(asked(server, '/ok/bridge')).toHaveLength(1);
    await watchDownloads(reader);
    await reader.click('button', 'More');
    await reader.click('button', 'Save as file');
    expect((await savedFile(reader)).bytes.toString()).toContain(rest);
    await reader.go(`reader.html#/search/${encodeURIComponent('本山青石')}`);
    await reader.articlesListed(1);

    await browser.send('setFullText', { feedId, fullText: true });
    server.addEntry('cut', { title: '又一座桥', link: `${server.origin}/ok/bridge-2`, html: beginning });
    await browser.send('refresh', { feedIds: [feedId] });
    await poll(async () => asked(server, '/ok/bridge-2').length > 0);
    await reader.go('reader.html#/all');
    await reader.openArticle('又一座桥');
    await isShown(reader, rest);
    expect(asked(server, '/ok/bridge')).toHaveLength(1);
  },
);

const hasAlert = () => document.querySelector('.full-text[role="alert"]') !== null;

scenario('A site that asks for patience is left alone by all that would fetch its pages', async (world) => {
  const { browser, server, subscribe } = world;
  const feedId = await subscribe(addBusyFeed(server));
  await browser.send('setFullText', { feedId, fullText: true });
  await poll(async () => server.log.of('/retry-after/').length > 0);
  const reader = await browser.open('reader.html#/all', { width: 1200, height: 900 });
  for (const title of ['一', '二', '三']) {
    await reader.openArticle(title);
    await reader.until('what came of it', hasAlert);
    await isShown(reader, beginning);
  }
  await reader.click('button', 'Try again');
  await reader.until('the answer', hasAlert);
  expect(server.log.of('/retry-after/')).toHaveLength(1);

  // neither feed nor article say their language
  await reader.openArticle('Die Brücke');
  await reader.until(
    'its language',
    () => document.querySelector('[data-article-body]')?.getAttribute('lang') === 'de',
  );
});
