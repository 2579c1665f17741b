import { sent } from './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/list.css';
import '../../components/shared/search.css';
import '../../components/reader/reader.css';
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SearchEditor } from '../../components/reader/search-editor';
import { RecentSearches } from '../../components/shared/recent-searches';
import { SearchEmpty } from '../../components/shared/search-help';
import { indexed } from '../../components/shared/search-list';
import { searchFor, searchText, startSearch } from '../../components/shared/search-state';
import { changeSettings } from '../../components/shared/settings-state';
import { searches } from '../../components/shared/tags-state';
import { toasts } from '../../components/shared/toasts';
import { defaultSettings } from '../../utils/model/settings';

const host = document.createElement('main');
document.body.append(host);

/** The extension's storage, for one test. */
let stored: Record<string, unknown>;
const area = {
  get: async () => stored,
  set: async (changed: object) => {
    stored = { ...stored, ...changed };
  },
};

beforeEach(() => {
  const { browser } = globalThis as unknown as { browser: { storage: { local: object } } };
  Object.assign(browser.storage.local, area);
  stored = { 'recent-searches': ['climat econ', '气候'] };
  changeSettings(defaultSettings);
  sent.length = 0;
});
afterEach(() => {
  render(null, host);
  toasts.value = [];
});

async function show(view: ComponentChild): Promise<void> {
  render(view, host);
  await expect.poll(() => host.querySelector('button')).not.toBeNull();
}

const buttons = () => [...host.querySelectorAll('button')];
async function press(name: string): Promise<void> {
  const found = () => buttons().find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
  await expect.poll(found, { message: name }).toBeDefined();
  found()?.click();
}

async function axeFinds(): Promise<string[]> {
  const { violations } = await axe.run(host, { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] });
  return violations.map(({ id }) => id);
}

test('the last searches are searched for again, cleared with undo, or no longer remembered', async () => {
  startSearch();
  await show(<RecentSearches />);
  expect(await axeFinds()).toEqual([]);
  await press('气候');
  await expect.poll(() => searchText.value).toBe('气候');
  await press('Clear');
  await expect.poll(() => toasts.value[0]?.text).toBe('The recent searches are cleared.');
  await expect.poll(() => stored['recent-searches']).toEqual([]);
  toasts.value[0]?.action?.run();
  await expect.poll(() => stored['recent-searches']).toEqual(['climat econ', '气候']);
  await press('Do not remember');
  await expect.poll(() => toasts.value[0]?.text).toBe('Searches are no longer remembered.');
  await expect.poll(() => host.querySelector('button')).toBeNull();
  await expect.poll(() => stored['recent-searches']).toEqual([]);
});

test('kept searches are renamed, moved and removed, and come back where they stood', async () => {
  searches.value = ['One', 'Two', 'Three'].map((title, at) => ({
    id: at + 1,
    title,
    query: title,
    position: at,
  }));
  await show(<SearchEditor />);
  expect(await axeFinds()).toEqual([]);
  await press('Move “Two” up');
  await expect.poll(() => sent.at(-1)?.input).toEqual({ searchId: 2, title: 'Two', query: 'Two', place: 1 });
  await press('Move “One” up');
  expect(sent).toHaveLength(1);
  await press('Remove the search “Two”');
  await expect.poll(() => toasts.value[0]?.text).toBe('“Two” is no longer saved.');
  toasts.value[0]?.action?.run();
  await expect.poll(() => sent.at(-1)?.input).toEqual({ searchId: 2, title: 'Two', query: 'Two', place: 2 });
  const name = host.querySelector<HTMLInputElement>('[aria-label="Name of the search “Three”"]');
  if (!name) throw new Error('no name to change');
  name.value = 'Drei';
  name.focus();
  name.blur();
  await expect.poll(() => sent.at(-1)?.input).toEqual({ searchId: 3, title: 'Drei', query: 'Three' });
});

test('while not all articles can be found, what is not found is said to be missing so far', async () => {
  searchFor('zzz');
  indexed.value = { indexed: 40, total: 100 };
  render(<SearchEmpty />, host);
  expect(host.innerText).toContain('Nothing found so far');
  expect(host.innerText).toContain('40 of 100 articles can be found so far');
  expect(host.innerText).not.toContain('Try fewer');
  expect(await axeFinds()).toEqual([]);
  indexed.value = { indexed: 100, total: 100 };
  await expect.poll(() => host.querySelector('h2')?.textContent).toBe('Nothing found');
  expect(host.innerText).toContain('Try fewer or shorter words');
});
