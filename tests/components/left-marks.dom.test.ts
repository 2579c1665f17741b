import './extension-stand-in';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendMark } from '../../components/shared/left-marks';
import { pages } from '../../components/shared/list-state';
import { markOpened, setRead, toggleStar } from '../../components/shared/marks';
import { sendLeftMarks } from '../../components/shared/send-left';
import { settings, settingsKnown, startSettings } from '../../components/shared/settings-state';
import { toasts } from '../../components/shared/toasts';
import { openDatabase } from '../../utils/db/open';
import type { Entry } from '../../utils/model/entry';
import { defaultSettings } from '../../utils/model/settings';
import { freshDatabase, newEntry } from '../db/support';
import { kept, refusals, sent } from './extension-stand-in';
import { until } from './stage';

const { runtime } = (globalThis as unknown as { browser: { runtime: Messenger } }).browser;
const answering = runtime.sendMessage;

interface Messenger {
  sendMessage(message: { name: string; input: unknown }): Promise<unknown>;
}

let entry: Entry;

beforeEach(async () => {
  await freshDatabase();
  await openDatabase();
  localStorage.clear();
  sent.length = 0;
  toasts.value = [];
  entry = { ...newEntry('story').entry, id: 7, feedId: 1 };
  pages.value = [[entry]];
});
afterEach(() => {
  runtime.sendMessage = answering;
  refusals.clear();
  kept.clear();
  settings.value = defaultSettings;
});

const left = () => Object.keys(localStorage).filter((key) => key.startsWith('mark:'));
const inputs = () => sent.map(({ name, input }) => ({ name, ...(input as object) }));
const shown = () => pages.value.flat()[0];

/** As a page that closes, or a background that is stopped: what was sent reaches nobody, or nobody answers. */
function unheard(messages: number): void {
  let lost = 0;
  runtime.sendMessage = (message) => {
    if (lost++ >= messages) return answering(message);
    return Promise.reject(new Error('The message port closed before a response was received.'));
  };
}

test('a mark is kept before it is sent, and until it is answered', async () => {
  let answer = (_: unknown) => {};
  runtime.sendMessage = () => {
    expect(left()).toEqual(['mark:read:7']);
    return new Promise((done) => {
      answer = done;
    });
  };
  const marking = setRead(entry, true);
  expect(left()).toEqual(['mark:read:7']);
  answer({ ok: true, data: { changed: 1 } });
  await marking;
  expect(left()).toEqual([]);
});

test('what reached nobody is sent by the next page, all at once, and stays where that fails too', async () => {
  runtime.sendMessage = () => new Promise(() => {});
  for (const id of [7, 8, 9]) void sendMark({ kind: 'read', entryId: id, on: true });
  void sendMark({ kind: 'read', entryId: 8, on: false });
  void sendMark({ kind: 'starred', entryId: 9, on: true });
  unheard(Number.POSITIVE_INFINITY);
  await sendLeftMarks();
  expect(left()).toHaveLength(4);
  runtime.sendMessage = answering;
  await sendLeftMarks();
  expect(inputs()).toEqual([
    { name: 'markRead', entryIds: [7, 9], read: true },
    { name: 'markRead', entryIds: [8], read: false },
    { name: 'star', entryIds: [9], starred: true },
  ]);
  expect(left()).toEqual([]);
  sent.length = 0;
  await sendLeftMarks();
  expect(sent).toEqual([]);
});

const words = () => [...kept].flatMap(([key, word]) => (key.startsWith('word:') ? [word] : []));

test('word is left beside a message that may have to wake somebody, until it is answered, and of no later one', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 3_600_000);
  let answer = (_: unknown) => {};
  runtime.sendMessage = () =>
    new Promise((done) => {
      answer = done;
    });
  const marking = setRead(entry, true);
  expect(words()).toMatchObject([{ name: 'markRead', input: { entryIds: [7], read: true } }]);
  answer({ ok: true, data: { changed: 1 } });
  await marking;
  await expect.poll(words).toEqual([]);
  runtime.sendMessage = () => {
    expect(words()).toEqual([]);
    return answering({ name: 'star', input: {} });
  };
  await toggleStar(entry);
  expect(inputs()).toHaveLength(1);
  now.mockRestore();
});

test('one that nobody heard leaves word again: who did not answer may be asleep', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 7_200_000);
  const beside: unknown[] = [];
  let lost = 0;
  runtime.sendMessage = (message) => {
    beside.push(words().length);
    return lost++ < 2 ? Promise.reject(new Error('no receiver')) : answering(message);
  };
  await setRead(entry, true);
  expect(beside).toEqual([1, 1, 1]);
  await expect.poll(words).toEqual([]);
  now.mockRestore();
});

test('what another page has noted of the article meanwhile stays', async () => {
  let answer = (_: unknown) => {};
  runtime.sendMessage = () =>
    new Promise((done) => {
      answer = done;
    });
  const marking = setRead(entry, true);
  localStorage.setItem('mark:read:7', 'off 1.1');
  answer({ ok: true, data: { changed: 1 } });
  await marking;
  expect(localStorage.getItem('mark:read:7')).toBe('off 1.1');
});

test('a mark of a database that was lost is not put on the article that has its number now', async () => {
  runtime.sendMessage = () => new Promise(() => {});
  void sendMark({ kind: 'read', entryId: 7, on: true });
  const leftAt = Date.now();
  await freshDatabase();
  await expect.poll(() => Date.now()).toBeGreaterThan(leftAt);
  await openDatabase();
  void sendMark({ kind: 'starred', entryId: 8, on: true });
  runtime.sendMessage = answering;
  await sendLeftMarks();
  expect(inputs()).toEqual([{ name: 'star', entryIds: [8], starred: true }]);
  expect(left()).toEqual([]);
});

test('a background that is stopped in between is asked again; nobody is told', async () => {
  unheard(2);
  await setRead(entry, true);
  expect(inputs()).toEqual([{ name: 'markRead', entryIds: [7], read: true }]);
  expect([shown()?.read, toasts.value, left()]).toEqual([1, [], []]);
});

test('what the reader thought better of meanwhile is not sent again', async () => {
  unheard(1);
  const first = setRead(entry, true);
  await setRead({ ...entry, read: 1 }, false);
  await first;
  expect(inputs()).toEqual([{ name: 'markRead', entryIds: [7], read: false }]);
  expect([shown()?.read, toasts.value, left()]).toEqual([0, [], []]);
});

test('what cannot be stored is taken back, said, and not tried again', async () => {
  refusals.set('star', { kind: 'storage-full' });
  await toggleStar(entry);
  expect([shown()?.starred, toasts.value.length, left()]).toEqual([0, 1, []]);
});

test.each([true, false])('an article opened before the settings are read waits for them (%s)', async (is) => {
  kept.set('settings', { ...defaultSettings, markReadOnOpen: is });
  settings.value = { ...defaultSettings, markReadOnOpen: !is };
  settingsKnown.value = false;
  startSettings();
  markOpened(entry);
  expect(sent).toEqual([]);
  await until(() => settingsKnown.value);
  await new Promise((done) => setTimeout(done));
  expect(sent).toHaveLength(is ? 1 : 0);
});
