import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedServer } from '../../server/feed-server';
import { type OddArticle, oddArticles } from './odd-articles';

const minute = 60_000;
const cutPages = { 石桥完工: 'bridge', 空白一页: 'bare', 空白二页: 'bare', 空白三页: 'bare' };

/** Feeds of articles that are hard to set, of beginnings, and of one story in two mirrors; gives the sites' names. */
export function addOddFeeds(server: FeedServer): string[] {
  server.addSite('odd', feedOf('Odd things', oddArticles.map(oddItem)));
  addCutFeed(server);
  // of two mirrors the upper one stands for a story
  return ['feedx-voachinese', 'voachinese-gbk', 'odd', 'cut'];
}

/** The words that the first of its articles was published with, for who edits it. */
export const editedWords = { was: '举行了一次视频会晤', is: '举行了一次电话会谈' };

function addCutFeed(server: FeedServer): void {
  const page = (name: string) => readFileSync(join(import.meta.dirname, '../../actions/pages', name));
  server.addSite('bridge', page('gbk.htm'), 'text/html');
  server.addSite('bare', page('nothing.htm'), 'text/html');
  const items = Object.entries(cutPages).map(
    ([title, site]) =>
      `<item><guid>${title}</guid><title>${title}</title><link>${server.origin}/ok/${site}</link><author>a@b.example (本报特约记者 欧阳娜娜、司马相如)</author><description>${title}：历时十四个月的修缮工程上周六正式结束……</description></item>`,
  );
  server.addSite('cut', feedOf('地方日报·城市与社区新闻综合频道', items));
}

function oddItem({ title, html }: OddArticle, at: number): string {
  const named = title === '' ? '' : `<title><![CDATA[${title}]]></title>`;
  const date = new Date(Date.now() - (at + 1) * 47 * minute).toUTCString();
  return `<item>${named}<link>http://feeds.test/page/odd-${at}</link><guid isPermaLink="false">odd-${at}</guid><pubDate>${date}</pubDate><description><![CDATA[${html}]]></description></item>`;
}

const feedOf = (title: string, items: readonly string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>http://feeds.test/</link>${items.join('')}</channel></rss>`;
