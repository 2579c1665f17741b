import './extension-stand-in';
import { beforeEach, expect, test } from 'vitest';
import { showKeptRows } from '../../components/shared/kept-rows';
import { isFront, listStatus, openList, pages } from '../../components/shared/list-state';
import { visit } from '../../components/shared/route';
import { makeFront } from '../../utils/actions/make-front';
import { commitCheck } from '../../utils/db/commit-check';
import { defaultSettings } from '../../utils/model/settings';
import { addFeed, freshDatabase, newEntry } from '../db/support';
import { kept } from './extension-stand-in';

beforeEach(async () => {
  await freshDatabase();
  visit({ scope: { kind: 'unread' }, entryId: null });
  const feedId = await addFeed('Morning Post', { language: 'en' });
  const added = Array.from({ length: 20 }, (_, i) => newEntry(`k${i}`, { sortAt: 10_000 - i }));
  await commitCheck({ feedId, patch: {}, added });
  kept.set('front', await makeFront(defaultSettings));
});

const listed = () => pages.value.flat().map(({ key }) => key);
const keys = (count: number) => Array.from({ length: count }, (_, i) => `k${i}`);

test('what is kept of the unread articles is shown until the database has answered', async () => {
  const opened = openList();
  await showKeptRows();
  expect([listStatus.value, isFront.value]).toEqual(['ready', true]);
  expect(listed()).toEqual(keys(8));
  await opened;
  expect(isFront.value).toBe(false);
  expect(listed()).toEqual(keys(20));
  await showKeptRows();
  expect(isFront.value).toBe(false);
  expect(listed()).toEqual(keys(20));
});

test('no other list begins with it, be it opened before or after', async () => {
  visit({ scope: { kind: 'all' }, entryId: null });
  const opened = openList();
  await showKeptRows();
  expect([listStatus.value, listed()]).toEqual(['loading', []]);
  await opened;
  visit({ scope: { kind: 'unread' }, entryId: null });
  void openList();
  await showKeptRows();
  expect(listed()).toEqual(keys(8));
  visit({ scope: { kind: 'all' }, entryId: null });
  const other = openList();
  expect([listStatus.value, isFront.value, listed()]).toEqual(['loading', false, []]);
  await other;
});

test('where none are kept, the list is on its way as ever', async () => {
  kept.delete('front');
  const opened = openList();
  await showKeptRows();
  expect(listStatus.value).toBe('loading');
  await opened;
  expect(listed()).toEqual(keys(20));
});
