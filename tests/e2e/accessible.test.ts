import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { expect } from 'vitest';
import type { ExtensionPage } from './extension-page';
import { scenario, type World } from './scenario';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, and what axe calls good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const themes = ['light', 'sepia', 'dark', 'black'] as const;

interface WithAxe {
  axe: { run(options: object): Promise<AxeResults> };
}

/** Every violation as one line: rule, element, and what axe says of it. */
async function violations(page: ExtensionPage, runOnly: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluateSource(axeSource);
  return page.evaluate(async (wanted) => {
    const { axe } = globalThis as unknown as WithAxe;
    const { violations: found } = await axe.run({ runOnly: wanted, resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  }, runOnly);
}

/** Changes the theme at once: a colour on its way from one theme to the next belongs to neither. */
function setTheme(page: ExtensionPage, theme: string): Promise<void> {
  return page.evaluate((wanted) => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
    document.adoptedStyleSheets = [still];
    document.documentElement.dataset.theme = wanted;
  }, theme);
}

/** What was found wrong, over all screens: one look at the report shows all of it. */
let wrong: string[] = [];

/** Looks at one screen in all four themes: only the colours differ between them. */
async function look(page: ExtensionPage, what: string): Promise<void> {
  for (const theme of themes) {
    await setTheme(page, theme);
    const rules = theme === 'light' ? tags : ['color-contrast'];
    for (const one of await violations(page, rules)) wrong.push(`${what}, ${theme}: ${one}`);
  }
}

const sections = [
  'feeds',
  'feed/1',
  'health',
  'reading',
  'listening',
  'images',
  'badge',
  'keys',
  'rules',
  'welcome',
  'archive',
  'backup',
  'about',
];

/** Settings that were found, and a file of settings that was opened. */
async function lookAtSettings({ browser }: World): Promise<void> {
  const page = await browser.open('options.html#backup', { width: 1000, height: 900 });
  await page.until('the field', () => document.querySelector('.settings-search input') !== null);
  const path = join(tmpdir(), `broadsheet-axe-${process.pid}.json`);
  const settings = { theme: 'dark', textSize: 99, badge: 'new', weather: 'sunny' };
  writeFileSync(path, JSON.stringify({ broadsheet: 'settings', version: 1, settings }));
  await page.chooseFile('Choose settings file', path);
  await page.shows('2 settings would change');
  await look(page, 'file of settings');
  await page.page.focus('.settings-search input');
  await page.page.keyboard.type('image');
  await page.until('what was found', () => document.querySelectorAll('.found-setting').length > 1);
  await look(page, 'settings that were found');
  await page.close();
}

async function lookAtOptions({ browser }: World): Promise<void> {
  for (const section of sections) {
    const page = await browser.open(`options.html#${section}`, { width: 1000, height: 900 });
    await page.until('the section', () => document.querySelector('.options-column h1') !== null);
    await look(page, section);
    await page.close();
  }
}

scenario('nothing stands in the way of a reader who does not see or point', async (world) => {
  const { browser, server, subscribe } = world;
  wrong = [];
  const empty = await browser.open('popup.html', { width: 400, height: 600 });
  await empty.until('the first run', () => document.querySelector('.empty-state, .state') !== null);
  await look(empty, 'first run');
  await empty.close();

  await subscribe(server.feedUrl('feedx-voachinese'));
  await subscribe(server.feedUrl('adactio'));

  const popup = await browser.open('popup.html', { width: 400, height: 600 });
  await popup.articlesListed();
  await look(popup, 'popup, list');
  await popup.openArticle('特朗普宣誓就职');
  await look(popup, 'popup, article');
  await popup.close();

  const reader = await browser.open('reader.html#/all', { width: 1440, height: 900 });
  await reader.openArticle('特朗普宣誓就职');
  await look(reader, 'reader');
  await reader.click('button', 'How articles look');
  await reader.shows('Line spacing');
  await look(reader, 'panel of looks');
  await reader.press('Escape');
  await reader.press('?');
  await reader.shows('Keyboard shortcuts');
  await look(reader, 'keys');
  await reader.close();

  const nothing = await browser.open('reader.html#/search/xyzzy', { width: 1200, height: 800 });
  await nothing.until('nothing found', () => document.querySelector('.empty-state, .state') !== null);
  await look(nothing, 'nothing found');
  await nothing.close();

  const narrow = await browser.open('reader.html#/all', { width: 360, height: 740 });
  await narrow.articlesListed();
  await look(narrow, 'narrow, list');
  await narrow.click('button', 'Subscriptions');
  await look(narrow, 'narrow, subscriptions');
  await narrow.press('Escape');
  await narrow.openArticle('特朗普宣誓就职');
  await look(narrow, 'narrow, article');
  await narrow.close();

  await lookAtOptions(world);
  await lookAtSettings(world);
  expect(wrong).toEqual([]);
});
