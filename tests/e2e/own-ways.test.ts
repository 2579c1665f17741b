import { expect } from 'vitest';
import type { WithExtensionApi } from './extension-api';
import { scenario } from './scenario';

scenario('the first run leads to feeds in three steps', async ({ browser, facts }) => {
  const popup = await browser.open('popup.html', { width: 400, height: 600 });
  await popup.shows('Nothing to read yet');
  await popup.close();
  const page = await browser.open('options.html#welcome', { width: 1000, height: 900 });
  await page.chooseFile('Import OPML', 'tests/fixtures/opml/welcome.opml');
  await page.shows('2 feeds added');
  await page.click('button', 'Next');
  await page.shows('What Broadsheet asks for');
  await page.click('button', 'Next');
  await page.shows('Start with a set of feeds');
  await page.clickOn('label[for="set-science"]');
  await page.find('button', 'Subscribe to 4 feeds');
  await page.close();
  expect((await facts()).feeds).toHaveLength(2);
});

scenario('another key, another look, and the place where an article was left', async (world) => {
  const { browser, server, subscribe } = world;
  await subscribe(server.feedUrl('feedx-voachinese'));
  const keys = await browser.open('options.html#keys', { width: 1000, height: 900 });
  await keys.clickOn('#keys-openNext');
  await keys.until('the key to be asked for', () => document.activeElement?.className === 'key-capture');
  await keys.press('w');
  await keys.until('the new key', () => document.querySelector('#keys-openNext')?.textContent === 'w');
  await keys.close();

  const reader = await browser.open('reader.html#/all', { width: 1200, height: 600 });
  await reader.articlesListed();
  await reader.press('w');
  await reader.until(
    'an article',
    () => (document.querySelector('[data-article-body]')?.textContent ?? '') !== '',
  );
  await reader.openArticle('特朗普宣誓就职');
  await reader.click('button', 'How articles look');
  await reader.click('button', 'Sepia');
  await reader.until('sepia', () => document.documentElement.dataset.theme === 'sepia');
  await reader.click('button', 'Loose');
  await reader.press('Escape');

  const tops = () => document.querySelector('.article-scroller')?.scrollTop ?? 0;
  await reader.until('a long article', () => {
    const scroller = document.querySelector('.article-scroller');
    const body = document.querySelector('[data-article-body]');
    if (!scroller || (body?.textContent ?? '').length < 500) return false;
    scroller.scrollTo({ top: scroller.clientHeight * 0.8 });
    return scroller.scrollTop > 100;
  });
  await reader.until('the place to be kept', async () => {
    const { chrome } = globalThis as unknown as WithExtensionApi;
    const { places } = (await chrome.storage.local.get('places')) as { places?: unknown[] };
    return places?.length === 1;
  });
  await reader.close();

  const again = await browser.open('reader.html#/all', { width: 1200, height: 600 });
  await again.openArticle('特朗普宣誓就职');
  await again.until('the same place', tops);
  expect(await again.evaluate(() => document.documentElement.dataset.spacing)).toBe('loose');
});
