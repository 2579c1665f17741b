import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { WithExtensionApi } from './extension-api';
import type { ExtensionPage } from './extension-page';
import { scenario } from './scenario';

async function look(page: ExtensionPage, words: string): Promise<void> {
  await page.page.bringToFront();
  await page.until('the field', () => {
    const field = document.querySelector<HTMLInputElement>('.settings-search input');
    field?.select();
    return field !== null && document.activeElement === field;
  });
  await page.page.keyboard.type(words);
}

function choose(page: ExtensionPage, file: object | string): Promise<void> {
  const path = join(tmpdir(), `broadsheet-settings-${process.pid}.json`);
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
  return page.chooseFile('Choose settings file', path);
}

const theme = (page: ExtensionPage, wanted: string) =>
  page.until(`the theme ${wanted}`, (name) => document.documentElement.dataset.theme === name, wanted);

const file = {
  broadsheet: 'settings',
  version: 1,
  settings: { theme: 'sepia', textSize: 99, badge: 'new', weather: 'sunny' },
  retention: { bodyDays: 365 },
};

scenario('settings are found by words, set back, and carried in a file', async ({ browser }) => {
  const page = await browser.open('options.html', { width: 1100, height: 800 });

  await look(page, 'night mode');
  await page.shows('1 setting found');
  await page.click('button', 'Dark');
  await theme(page, 'dark');
  await page.click('button', 'Theme: Back to “Auto”');
  await theme(page, 'auto');
  await page.click('button', 'Undo');
  await theme(page, 'dark');

  await look(page, 'hotkeys');
  await page.shows('1 setting found');
  await page.press('Enter');
  await page.until(
    'the keys',
    () => location.hash === '#keys/all' && document.querySelector('.key-rows') !== null,
  );
  await look(page, 'xyzzy');
  await page.shows('No setting found');
  await page.press('Escape');
  await page.until('the section', () => document.querySelector('.key-rows') !== null);

  await page.go('options.html#backup/file');
  await page.until(
    'the aim',
    () => document.activeElement?.closest('[data-setting]')?.getAttribute('data-setting') === 'file',
  );
  await choose(page, '{"theme": "dark"');
  await page.shows('it is not written in JSON');
  await choose(page, { ...file, version: 7 });
  await page.shows('a newer version');
  await theme(page, 'dark');

  await choose(page, file);
  await page.shows('3 settings would change');
  await page.shows('weather');
  expect(await page.text()).toContain('Left out, because their values are not valid: Text size');
  await theme(page, 'dark');
  await page.click('button', 'Use these settings');
  await theme(page, 'sepia');
  await page.shows('You have changed 3 settings');
  await page.click('button', 'Undo');
  await theme(page, 'dark');
  await page.shows('You have changed 1 setting');

  // the browser's permission goes its own ways
  await page.evaluate(async () => {
    const { chrome } = globalThis as unknown as WithExtensionApi;
    await chrome.storage.local.set({ settings: { notifications: true } });
  });
  const badge = await browser.open('options.html#badge', { width: 1100, height: 800 });
  await badge.shows('The browser no longer lets Broadsheet show notifications');
  await badge.find('button', 'Allow');
  if (browser.name === 'firefox') {
    // its question is switched off here, and answered with yes
    await badge.click('button', 'Allow');
    await badge.until('the leave', () => !document.body.innerText.includes('no longer lets'));
  }
  await badge.close();
});

/** How articles look on a page, as its root says it. */
const looks = (page: ExtensionPage) =>
  page.evaluate(() => {
    const { dataset, style } = document.documentElement;
    const { theme, face, width, spacing } = dataset;
    return `${theme} ${face} ${width} ${spacing} ${style.getPropertyValue('--article-size')}`;
  });

scenario('what is set on one page holds at once on another that is open', async (world) => {
  const { browser, server, subscribe } = world;
  await subscribe(server.feedUrl('feedx-voachinese'));
  await subscribe(server.feedUrl('voachinese-gbk'));
  const reader = await browser.open('reader.html#/all', { width: 1200, height: 800 });
  await reader.shows('Also in 美国之音中文');
  await reader.reload();
  await reader.openArticle('特朗普宣誓就职');
  await reader.until('one row a story', () => document.querySelectorAll('[data-entry-id]').length === 3);
  const options = await browser.open('options.html#reading', { width: 1100, height: 900 });
  for (const label of ['Sepia', 'Sans serif', 'Wide', 'Loose', '繁體']) await options.click('button', label);
  await options.page.focus('input[type="range"]');
  await options.page.keyboard.press('ArrowRight');
  await options.clickOn('[data-setting="stories"] input');
  await options.until('the size', () => document.documentElement.style.cssText.includes('18px'));
  await reader.until('the size', () => document.documentElement.style.cssText.includes('18px'));
  expect(await looks(reader)).toBe('sepia sans wide loose 18px');
  await reader.until('every copy', () => document.querySelectorAll('[data-entry-id]').length === 6);
  await reader.until(
    'traditional signs',
    () => document.querySelector('[data-article-body]')?.textContent?.includes('會晤') ?? false,
  );

  await options.go('options.html#badge');
  await options.click('button', 'Nothing');
  await world.badgeIs('');
  await options.go('options.html#keys');
  await options.clickOn('#keys-openNext');
  await options.until('the key to be asked for', () => document.activeElement?.className === 'key-capture');
  await options.press('w');
  await options.until('the new key', () => document.querySelector('#keys-openNext')?.textContent === 'w');
  const title = await reader.evaluate(() => document.querySelector('#article-title')?.textContent ?? '');
  await reader.press('w');
  await reader.until(
    'the next article',
    (before) => (document.querySelector('#article-title')?.textContent ?? before) !== before,
    title,
  );
});
