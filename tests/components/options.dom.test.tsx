import './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/options/options.css';
import '../../components/options/settings.css';
import '../../components/options/keys.css';
import axe from 'axe-core';
import { render } from 'preact';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Options } from '../../components/options/options';
import { place } from '../../components/options/place';
import { settingsQuery } from '../../components/options/settings-query';

const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function axeFinds(): Promise<string[]> {
  const { violations } = await axe.run(document, { runOnly });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

const shows = (selector: string) =>
  expect.poll(() => document.querySelector(selector), { timeout: 15_000 }).not.toBeNull();

test.each([360, 1000])('settings stand in no reader’s way, %i px wide', async (width) => {
  await page.viewport(width, 700);
  document.documentElement.lang = 'en';
  document.title = 'Settings';
  settingsQuery.value = '';
  render(<Options />, document.body);
  place.value = { section: 'keys', part: '', feedId: null };
  await shows('.settings-search input');
  await shows('.key-rows');
  expect(await axeFinds()).toEqual([]);
  place.value = { section: 'backup', part: 'file', feedId: null };
  await shows('#settings-file');
  expect(await axeFinds()).toEqual([]);
  settingsQuery.value = 'image';
  await shows('.found-setting');
  expect(await axeFinds()).toEqual([]);
  render(null, document.body);
});
