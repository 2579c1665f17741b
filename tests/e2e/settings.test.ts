import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
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
  settings: { theme: 'sepia', textSize: 99, badge: 'new' },
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
  expect(await page.text()).toContain('Not taken, because their values cannot be: Text size');
  await theme(page, 'dark');
  await page.click('button', 'Use these settings');
  await theme(page, 'sepia');
  await page.shows('You have changed 3 settings');
  await page.click('button', 'Undo');
  await theme(page, 'dark');
  await page.shows('You have changed 1 setting');
});
