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

const shownText = (page: ExtensionPage, words: string, isThere: boolean) =>
  page.until(
    `the article ${isThere ? 'with' : 'without'} "${words}"`,
    (wanted, there) => {
      const text = document.querySelector('[data-article-body]')?.textContent ?? '';
      return text.length > 50 && text.includes(wanted) === there;
    },
    words,
    isThere,
  );

scenario(
  'A passage is chosen by keyboard, hidden in all articles of its feed, and comes back',
  async ({ browser, server, subscribe }) => {
    const feedId = await subscribe(server.feedUrl('feedx-voachinese'));
    const reader = await browser.open('reader.html', { width: 1200, height: 900 });
    await reader.openArticle('特朗普宣誓就职');
    await shownText(reader, '华盛顿 —', true);
    await reader.clickOn('.article-pane button[aria-label="More"]');
    await reader.click('button', 'Hide a passage…');
    await reader.shows('What should be hidden?');
    const chosen = () => reader.evaluate(() => document.querySelector('.pick-words')?.textContent ?? '');
    for (let steps = 0; steps < 8 && !(await chosen()).includes('华盛顿'); steps++) {
      const before = await chosen();
      await reader.press('j');
      await reader.until(
        'the next passage',
        (old) => document.querySelector('.pick-words')?.textContent !== old,
        before,
      );
    }
    await reader.press('Enter');
    await reader.shows('Hides this in 3 of the newest 3 articles');
    await reader.click('button', 'Hide');
    await reader.shows('1 passage hidden by your rules');
    await shownText(reader, '华盛顿 —', false);
    await reader.openArticle('一篇较短的报道');
    await reader.shows('1 passage hidden by your rules');
    await reader.click('button', 'Undo');
    await shownText(reader, '华盛顿', true);

    const options = await browser.open(`options.html#feed/${feedId}`, { width: 1200, height: 900 });
    await options.clickOn('.hiding input[aria-label*="获取更多RSS"]');
    await shownText(reader, footer, true);
    await options.click('button', 'Add a rule');
    await options.click('button', 'Elements by selector');
    await options.fill('Selector', 'p:has(img)');
    await options.shows('“:has(img)” is not understood in a selector here.');
    await options.fill('Selector', 'a[href*="feedx.net"]');
    await options.shows('Hides this in 3 of the newest 3 articles');
    await options.click('button', 'Add a rule');
    await options.clickOn('.hiding button[aria-label^="Remove"]');
    await options.shows('The rule was removed');
  },
);
