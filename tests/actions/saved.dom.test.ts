import { expect, test } from 'vitest';
import { restoreBackup } from '../../utils/actions/restore-backup';
import { savePage } from '../../utils/actions/save-page';
import { removeSearch, saveSearch } from '../../utils/actions/saved-searches';
import { headLine } from '../../utils/backup/write-backup';
import { getBody, getEntry } from '../../utils/db/entry-lists';
import { listFeeds } from '../../utils/db/feeds';
import { listRules } from '../../utils/db/rules';
import { listSearches } from '../../utils/db/searches';
import { listAll, problemOf, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

test('searches are kept in their order, changed and put back', async () => {
  const world = new TestWorld();
  const { searchId } = await saveSearch(world, { title: '', query: ' is:starred ' });
  await saveSearch(world, { title: 'Mine', query: '台湾' });
  expect((await listSearches()).map(({ title, query }) => [title, query])).toEqual([
    ['is:starred', 'is:starred'],
    ['Mine', '台湾'],
  ]);
  await removeSearch(world, { searchId });
  expect(await listSearches()).toHaveLength(1);
  await saveSearch(world, { searchId, title: 'Stars', query: 'is:starred' });
  const titles = async () => (await listSearches()).map(({ title }) => title);
  expect(await titles()).toEqual(['Mine', 'Stars']);
  const third = await saveSearch(world, { title: 'First', query: 'x', place: 1 });
  expect(await titles()).toEqual(['First', 'Mine', 'Stars']);
  await saveSearch(world, { ...third, title: 'Last', query: 'x', place: 9 });
  expect(await titles()).toEqual(['Mine', 'Stars', 'Last']);
  await saveSearch(world, { searchId, title: 'Starred', query: 'is:starred' });
  expect(await titles()).toEqual(['Mine', 'Starred', 'Last']);
  await saveSearch(world, { searchId, title: 'Starred', query: 'is:starred', place: 1 });
  expect(await titles()).toEqual(['Starred', 'Mine', 'Last']);
  expect(await problemOf(saveSearch(world, { title: 'x', query: ' ' }))).toMatchObject({
    kind: 'input-invalid',
  });
});

const prose =
  'The harbour was closed for three days after the storm, and ships waited outside in the open sea. ';
const words = { feedTitle: 'Saved', addressOnly: 'Only the <address>.' };
const page = (html: string, title = 'Harbour closed') => ({
  url: 'https://paper.example/harbour?utm_source=x',
  title,
  html: `<html lang="en"><head><title>t</title></head><body><nav><a href="/">Home</a></nav>${html}</body></html>`,
});

test('a saved page is an unread article of a feed of its own, once', async () => {
  const world = new TestWorld();
  const article = `<article><h1>Harbour closed</h1>${`<p>${prose.repeat(3)}</p>`.repeat(4)}</article>`;
  const id = (await savePage(world, page(article), words))?.entryId ?? 0;
  expect(await getEntry(id)).toMatchObject({
    title: 'Harbour closed',
    link: 'https://paper.example/harbour',
    read: 0,
    arrivedAt: world.time,
  });
  expect((await getBody(id))?.html).toContain('ships waited outside');
  expect(world.badge.unread).toBe(1);
  await savePage(world, page(article, 'Harbour open'), words);
  expect((await listAll()).map(({ title }) => title)).toEqual(['Harbour open']);
  expect(await listFeeds()).toMatchObject([{ title: 'Saved', sources: [] }]);
});

test('of a page that shows no article its address is kept; what is no page of the web is not', async () => {
  const world = new TestWorld();
  const saved = await savePage(world, page('<p>Short.</p>', ''), words);
  expect(saved?.isAddressOnly).toBe(true);
  expect((await getBody(saved?.entryId ?? 0))?.html).toBe(
    '<p data-address-only>Only the &lt;address&gt;.</p>',
  );
  expect(await listAll()).toMatchObject([{ title: 'paper.example', link: 'https://paper.example/harbour' }]);
  expect(await savePage(world, { url: 'about:blank', title: 'x', html: '' }, words)).toBeNull();
  expect(await listAll()).toHaveLength(1);
});

test('a page that asks for a login today leaves the text that was kept before', async () => {
  const world = new TestWorld();
  const article = `<article><h1>Harbour closed</h1>${`<p>${prose.repeat(3)}</p>`.repeat(4)}</article>`;
  const before = await savePage(world, page(article), words);
  expect(before?.isAddressOnly).toBe(false);
  expect(await savePage(world, page('<form>Password</form>', 'Log in'), words)).toEqual(before);
  expect(await listAll()).toMatchObject([{ title: 'Harbour closed' }]);
  expect((await getBody(before?.entryId ?? 0))?.html).toContain('ships waited outside');
});

test('the text of a page takes the place of its mere address', async () => {
  const world = new TestWorld();
  const before = await savePage(world, page('', 'Log in'), words);
  expect(await savePage(world, page('', 'Log in again'), words)).toEqual(before);
  const article = `<article><h1>Harbour closed</h1>${`<p>${prose.repeat(3)}</p>`.repeat(4)}</article>`;
  expect(await savePage(world, page(article), words)).toEqual({ ...before, isAddressOnly: false });
  expect((await getBody(before?.entryId ?? 0))?.html).toContain('ships waited outside');
});

test('a backup brings rules and searches back, each once, and nothing that is no rule', async () => {
  const world = new TestWorld();
  const rule = {
    ...{ title: 'Quiet', enabled: false, mode: 'any' },
    conditions: [{ field: 'title', operator: 'contains', text: 'sponsored' }],
    actions: [{ verb: 'read', tag: '' }],
  };
  const head = headLine({
    ...{ writtenAt: 1, opml: '', folders: [], feeds: [], settings: {}, retention: {} },
    rules: [rule, { ...rule, mode: 'sometimes' }, null],
    searches: [{ title: 'Stars', query: 'is:starred' }],
  });
  for (let i = 0; i < 2; i++) await restoreBackup(world, { head, mode: 'merge' });
  expect(await listRules()).toMatchObject([rule]);
  expect(await listSearches()).toMatchObject([{ title: 'Stars', query: 'is:starred' }]);
});
