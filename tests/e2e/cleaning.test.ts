import { expect } from 'vitest';
import type { ExtensionPage } from './extension-page';
import { scenario } from './scenario';

const footer = '获取更多RSS';
const dateLine = '14:35:15 GMT';

const articleText = (page: ExtensionPage) =>
  page.until('the article', () => {
    const text = document.querySelector('[data-article-body]')?.textContent ?? '';
    return text.includes('中国国家主席习近平星期二') ? text : null;
  });

scenario(
  'What a mirror repeats around its articles is hidden, and comes back',
  async ({ browser, server, subscribe }) => {
    await subscribe(server.feedUrl('feedx-voachinese'));
    const reader = await browser.open('reader.html', { width: 1200, height: 900 });
    await reader.openArticle('特朗普宣誓就职');
    const clean = await articleText(reader);
    expect(clean).toContain('俄罗斯国家卫星通讯社发布照片显示');
    expect(clean).not.toContain(footer);
    expect(clean).not.toContain(dateLine);
    await reader.shows('2 repeated passages hidden');

    await reader.clickOn('.cleaning summary');
    await reader.click('button', 'Show in this article');
    await reader.until(
      'the whole article',
      (words) => document.querySelector('[data-article-body]')?.textContent?.includes(words),
      footer,
    );
    await reader.click('button', 'Never hide in this feed');
    await reader.go('reader.html#/all');
    await reader.openArticle('特朗普宣誓就职');
    await reader.until(
      'the article, whole again',
      (words) => document.querySelector('[data-article-body]')?.textContent?.includes(words),
      footer,
    );
    expect(await articleText(reader)).toContain(dateLine);
    await reader.clickOn('.cleaning summary');
    await reader.click('button', 'Hide in this feed');
    await reader.until(
      'the clean article',
      (words) => !document.querySelector('[data-article-body]')?.textContent?.includes(words),
      footer,
    );
  },
);
