import { sent } from './extension-stand-in';
import '../../components/options/options.css';
import '../../components/reader/reader.css';
import { render } from 'preact';
import { expect, test } from 'vitest';
import { FeedsSection } from '../../components/options/feeds-section';
import { importReport, isImporting } from '../../components/options/opml-import';
import { remediesFor } from '../../components/options/remedies';
import { FeedTree } from '../../components/reader/feed-tree';
import { feeds, loadFeeds } from '../../components/shared/feeds-state';
import { progress } from '../../components/shared/refreshing';
import { addFeeds } from '../../utils/db/feeds';
import { addFolder } from '../../utils/db/folders';
import { newFeed } from '../db/support';
import { emptyStage, until } from './stage';

const host = emptyStage();
const names = () => Array.from(host.querySelectorAll('.feed-row .feed-link'), (one) => one.textContent);

async function showFeeds(count: number): Promise<void> {
  await addFeeds(Array.from({ length: count }, (_, i) => newFeed(`feed ${i}`, { position: i })));
  await loadFeeds();
  render(<FeedsSection />, host);
  await until(() => names().length === count);
}

test('one of many feeds is found by its name or address, and the folders are back once nothing is looked for', async () => {
  await showFeeds(30);
  const box = host.querySelector<HTMLInputElement>('input[type=search]');
  const type = (words: string) => {
    if (box) box.value = words;
    box?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  type('FEED 17');
  await until(() => names().length === 1);
  expect(names()).toEqual(['feed 17']);
  type('zzz');
  await until(() => names().length === 0);
  expect(host.textContent).toContain('No feed has this in its name or address.');
  type('');
  await until(() => names().length === 30);
});

test('a dozen feeds are found with the eye', async () => {
  await showFeeds(12);
  expect(host.querySelector('input[type=search]')).toBeNull();
});

test('that feeds are being added, and how many of them are checked, is said', async () => {
  await showFeeds(2);
  isImporting.value = true;
  await until(() => host.textContent?.includes('Reading the file and adding its feeds…'));
  expect(host.querySelector<HTMLInputElement>('input[type=file]')?.disabled).toBe(true);
  isImporting.value = false;
  progress.value = { done: 1, total: 2 };
  await until(() => host.querySelector('.lead')?.textContent === '2 feeds · Checking 1 of 2');
  progress.value = null;
  await until(() => host.querySelector('.lead')?.textContent === '2 feeds · 2 not checked yet');
});

test('a feed that may not be asked is first of all to be allowed, whatever else befell it', async () => {
  const problem = { kind: 'permission-missing' as const, origins: ['*://a.example/*'] };
  await addFeeds([newFeed('a', { problem, stoppedAt: 1, nextCheckReason: 'stopped' })]);
  await loadFeeds();
  const [feed] = feeds.value;
  expect(feed && remediesFor(feed, Date.now()).map(({ label }) => label)).toEqual(['Allow']);
});

test('of many folders a row holds its own alone, until the pointer or the keyboard comes near', async () => {
  const ids: number[] = [];
  for (let i = 0; i < 20; i++)
    ids.push(await addFolder({ title: `folder ${i}`, parentId: null, position: i }));
  await addFeeds([newFeed('a', { folderId: ids[7] ?? 0 })]);
  await loadFeeds();
  render(<FeedsSection />, host);
  const select = await until(() => host.querySelector<HTMLSelectElement>('.feed-row select'));
  expect(select.selectedOptions[0]?.textContent).toBe('folder 7');
  expect(select.options.length).toBe(2);
  select.focus();
  await until(() => select.options.length === 21);
  expect(select.selectedOptions[0]?.textContent).toBe('folder 7');
});

test('what was imported can be allowed and checked in one press, and is not called fine before', async () => {
  await showFeeds(2);
  expect(host.querySelector('.lead')?.textContent).toBe('2 feeds · 2 not checked yet');
  const label = 'Allow their sites and check them now';
  const offer = () =>
    Array.from(host.querySelectorAll('button')).find(({ textContent }) => textContent === label);
  expect(offer()).toBeUndefined();
  importReport.value = { added: 2, alreadyThere: 0, merged: [], folders: 0, refused: [] };
  (await until(offer)).click();
  await until(() => sent.some(({ name }) => name === 'refresh'));
  const ids = feeds.value.map(({ id }) => id);
  expect(sent.find(({ name }) => name === 'refresh')?.input).toEqual({ feedIds: ids });
  importReport.value = null;
});

test('folders that stand deep in others keep their names, here and in the reader', async () => {
  let parentId: number | null = null;
  for (let depth = 0; depth < 30; depth++)
    parentId = await addFolder({ title: `Folder ${depth}`, parentId, position: 0 });
  await loadFeeds();
  const starts = (selector: string) =>
    Array.from(host.querySelectorAll(selector), (one) => one.getBoundingClientRect().left);
  const spread = (all: readonly number[]) => Math.max(...all) - Math.min(...all);
  render(<FeedsSection />, host);
  await until(() => starts('.folder-head').length === 30);
  expect(spread(starts('.folder-head'))).toBeLessThanOrEqual(6 * 24);
  expect(spread(starts('.folder-head'))).toBeGreaterThan(5 * 14 - 1);
  render(<FeedTree />, host);
  await until(() => starts('.node').length === 30);
  const indents = Array.from(host.querySelectorAll('.node .place'), (place) =>
    Number.parseFloat(getComputedStyle(place).paddingInlineStart),
  );
  expect([Math.min(...indents), Math.max(...indents)]).toEqual([24, 24 + 7 * 14]);
});
