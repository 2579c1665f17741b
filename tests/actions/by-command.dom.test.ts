import '../components/extension-stand-in';
import { beforeEach, expect, test } from 'vitest';
import { byCommand } from '../../utils/actions/by-command';
import { undo } from '../../utils/actions/mark-all-read';
import { getUndoOffer } from '../../utils/browser/undo-offer';
import { commitCheck } from '../../utils/db/commit-check';
import { countUnread } from '../../utils/db/counts';
import { kept } from '../components/extension-stand-in';
import { addFeed, newEntry } from '../db/support';
import { listAll, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

interface Tab {
  id: number;
  url?: string;
}

/** The tabs of the window, and what was asked of them. */
let open: Tab[] = [];
const asked: object[] = [];
const { browser } = globalThis as unknown as { browser: { tabs: object } };
Object.assign(browser.tabs, {
  query: async () => open,
  create: async (tab: object) => void asked.push(tab),
  update: async (id: number, tab: object) => void asked.push({ id, ...tab }),
});
const reader = `${location.origin}/reader.html`;

beforeEach(() => {
  kept.clear();
  open = [];
  asked.length = 0;
});

/** Unread articles of one feed, the newest first. */
async function store(count: number): Promise<number[]> {
  const feedId = await addFeed('one');
  const added = Array.from({ length: count }, (_, at) => newEntry(`k${at}`, { sortAt: 5000 - at }));
  return (await commitCheck({ feedId, patch: {}, added })).entryIds;
}

test('all is marked as read wherever the reader is, and the next page offers to take it back', async () => {
  const world = new TestWorld();
  await store(3);
  await byCommand(world, 'mark-all-read');
  expect([await countUnread(), world.badge.text]).toEqual([0, '']);
  const offer = await getUndoOffer();
  expect(offer).toEqual({ undoId: expect.any(Number), changed: 3, at: world.time });
  // pressed again there is nothing to mark, and what was offered is offered still
  world.time += 1000;
  await byCommand(world, 'mark-all-read');
  expect(await getUndoOffer()).toEqual(offer);
  await undo(world, { undoId: offer?.undoId ?? 0 });
  expect(await countUnread()).toBe(3);
});

test('the next unread article opens in a tab of its own, or in that of the reader page, and is read', async () => {
  const world = new TestWorld();
  const [first, second] = await store(2);
  await byCommand(world, 'next-unread');
  expect(asked.splice(0)).toEqual([{ url: `${reader}#/unread/entry/${first}` }]);
  expect((await listAll()).map(({ read }) => read)).toEqual([1, 0]);
  open = [{ id: 4 }, { id: 5, url: 'https://a.example/reader.html' }, { id: 6, url: `${reader}#/all` }];
  await byCommand(world, 'next-unread');
  expect(asked.splice(0)).toEqual([{ id: 6, active: true, url: `${reader}#/unread/entry/${second}` }]);
  await byCommand(world, 'next-unread');
  expect(asked).toEqual([{ id: 6, active: true, url: `${reader}#/unread` }]);
});

test('who marks by hand finds it unread', async () => {
  const world = new TestWorld();
  world.settings = { ...world.settings, markReadOnOpen: false };
  await store(1);
  await byCommand(world, 'next-unread');
  expect([asked.length, await countUnread()]).toEqual([1, 1]);
});
