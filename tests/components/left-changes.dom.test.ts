import './extension-stand-in';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendLeft } from '../../components/shared/left-behind';
import { performLasting } from '../../components/shared/left-changes';
import { sendMark } from '../../components/shared/left-marks';
import { listedAt, openList, pages } from '../../components/shared/list-state';
import { markListRead } from '../../components/shared/marking-all';
import { visit } from '../../components/shared/route';
import { toasts } from '../../components/shared/toasts';
import { commitCheck } from '../../utils/db/commit-check';
import { openDatabase } from '../../utils/db/open';
import { addFeed, freshDatabase, newEntry } from '../db/support';
import { answers, refusals, sent } from './extension-stand-in';

interface Messenger {
  sendMessage(message: { name: string; input: unknown }): Promise<unknown>;
}

const { runtime } = (globalThis as unknown as { browser: { runtime: Messenger } }).browser;
const answering = runtime.sendMessage;
const stopped = () => Promise.reject(new Error('The message port closed before a response was received.'));
const never = () => new Promise(() => {});

beforeEach(async () => {
  await freshDatabase();
  await openDatabase();
  localStorage.clear();
  sent.length = 0;
  toasts.value = [];
});
afterEach(() => {
  runtime.sendMessage = answering;
  refusals.clear();
});

const left = () => Object.keys(localStorage).filter((key) => key.startsWith('change:'));
const names = () => sent.map(({ name }) => name);

test('what is asked for is kept until it is answered', async () => {
  let answer = (_: unknown) => {};
  runtime.sendMessage = () => {
    expect(left()).toHaveLength(1);
    return new Promise((done) => {
      answer = done;
    });
  };
  const done = performLasting('star', { entryIds: [7], starred: true });
  answer({ ok: true, data: { changed: 1 } });
  expect(await done).toEqual({ changed: 1 });
  expect(left()).toEqual([]);
});

test('a list marked as read by a page that closes is marked by the next page', async () => {
  visit({ scope: { kind: 'feed', id: 3 }, entryId: null });
  runtime.sendMessage = never;
  void markListRead();
  runtime.sendMessage = answering;
  await sendLeft();
  expect(sent).toEqual([{ name: 'markAllRead', input: { feedId: 3, before: expect.any(Number) } }]);
  expect(left()).toEqual([]);
});

test('what came after the list was read is not marked with it', async () => {
  const entry = { ...newEntry('a').entry, id: 1, feedId: 3, arrivedAt: 4000 };
  visit({ scope: { kind: 'feed', id: 3 }, entryId: null });
  listedAt.value = 5000;
  pages.value = [[entry]];
  await markListRead();
  // what came in since, and is shown, has been seen
  pages.value = [[{ ...entry, arrivedAt: 7000 }], [entry]];
  await markListRead();
  expect(sent.map(({ input }) => input)).toEqual([
    { feedId: 3, before: 5000 },
    { feedId: 3, before: 7001 },
  ]);
});

test('of a list of single articles those are marked that were there when it was read, and unmarked again', async () => {
  const feedId = await addFeed('a');
  const put = async (key: string, arrivedAt: number, read: 0 | 1) => {
    const added = [newEntry(key, { starred: 1, arrivedAt, read })];
    return (await commitCheck({ feedId, patch: {}, added })).entryIds[0];
  };
  const seen = await put('seen', 1000, 0);
  await put('read', 1000, 1);
  visit({ scope: { kind: 'starred' }, entryId: null });
  await openList();
  expect(pages.value.flat()).toHaveLength(2);
  await put('later', Date.now() + 60_000, 0);
  answers.set('markRead', { changed: 1 });
  await markListRead();
  expect(toasts.value[0]?.text).toBe('1 article marked as read.');
  toasts.value[0]?.action?.run();
  await expect.poll(() => sent.length).toBe(2);
  answers.delete('markRead');
  expect(sent).toEqual([
    { name: 'markRead', input: { entryIds: [seen], read: true } },
    { name: 'markRead', input: { entryIds: [seen], read: false } },
  ]);
});

test('changes are sent in their order, and stay where nobody hears them again', async () => {
  runtime.sendMessage = never;
  void performLasting('markRead', { entryIds: [1, 2], read: true });
  void performLasting('tagEntries', { entryIds: [1], add: ['Later'] });
  void performLasting('markRead', { entryIds: [2], read: false });
  runtime.sendMessage = stopped;
  await sendLeft();
  expect(left()).toHaveLength(3);
  runtime.sendMessage = answering;
  refusals.set('tagEntries', { kind: 'storage-full' });
  await sendLeft();
  expect(names()).toEqual(['markRead', 'tagEntries', 'markRead']);
  expect(left()).toEqual([]);
});

test('single marks and changes of many are sent in the order in which they were made', async () => {
  runtime.sendMessage = never;
  void sendMark({ kind: 'read', entryId: 1, on: false });
  void performLasting('markAllRead', { feedId: 3 });
  void sendMark({ kind: 'read', entryId: 2, on: false });
  void performLasting('markRead', { entryIds: [2, 3], read: true });
  void sendMark({ kind: 'read', entryId: 3, on: false });
  runtime.sendMessage = answering;
  await sendLeft();
  expect(sent.map(({ name, input }) => [name, input])).toEqual([
    ['markRead', { entryIds: [1], read: false }],
    ['markAllRead', { feedId: 3 }],
    ['markRead', { entryIds: [2], read: false }],
    ['markRead', { entryIds: [2, 3], read: true }],
    ['markRead', { entryIds: [3], read: false }],
  ]);
  expect(Object.keys(localStorage)).toEqual([]);
});

test('where a mark is not heard, nothing that came after it is sent before it', async () => {
  runtime.sendMessage = never;
  void sendMark({ kind: 'starred', entryId: 1, on: true });
  void performLasting('undo', { undoId: 4 });
  void sendMark({ kind: 'read', entryId: 2, on: false });
  let asked = 0;
  runtime.sendMessage = (message) => (asked++ === 0 ? stopped() : answering(message));
  await sendLeft();
  expect([asked, sent, Object.keys(localStorage).length]).toEqual([1, [], 3]);
  await sendLeft();
  expect([names(), Object.keys(localStorage)]).toEqual([['star', 'undo', 'markRead'], []]);
});

test('a clock that was set back takes nothing away', async () => {
  const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
  runtime.sendMessage = never;
  void performLasting('star', { entryIds: [7], starred: true });
  void sendMark({ kind: 'read', entryId: 1, on: true });
  runtime.sendMessage = answering;
  await sendLeft();
  now.mockRestore();
  expect([names(), Object.keys(localStorage)]).toEqual([['star', 'markRead'], []]);
});

test('a background that is stopped in between is asked again, and nobody is told', async () => {
  let lost = 0;
  runtime.sendMessage = (message) => (lost++ < 2 ? stopped() : answering(message));
  await performLasting('undo', { undoId: 1 });
  expect([names(), toasts.value, left()]).toEqual([['undo'], [], []]);
});

test('what cannot be done is said, and not tried again', async () => {
  refusals.set('star', { kind: 'storage-full' });
  expect(await performLasting('star', { entryIds: [7], starred: true })).toBe(null);
  expect([toasts.value.length, left()]).toEqual([1, []]);
});

test('what is damaged, or no such change, is asked of nobody', async () => {
  localStorage.setItem('change:1.1', 'no list');
  localStorage.setItem('change:1.2', '["unsubscribe", {"feedId": 1}]');
  localStorage.setItem('change:1.3', '{"0": "star"}');
  await sendLeft();
  expect([sent, left()]).toEqual([[], []]);
});

test('a database that was made anew is asked for what is said of feeds, not of articles that had those numbers', async () => {
  runtime.sendMessage = never;
  void performLasting('markRead', { entryIds: [1, 2], read: true });
  void performLasting('markAllRead', { feedId: 3 });
  void performLasting('tagEntries', { entryIds: [1], add: ['Later'] });
  void performLasting('undo', { undoId: 1 });
  const leftAt = Date.now();
  await freshDatabase();
  await expect.poll(() => Date.now()).toBeGreaterThan(leftAt);
  await openDatabase();
  runtime.sendMessage = answering;
  await sendLeft();
  expect([names(), left()]).toEqual([['markAllRead'], []]);
});
