import './extension-stand-in';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendLeftMarks, sendMark } from '../../components/shared/left-marks';
import { pages } from '../../components/shared/list-state';
import { markOpened, setRead, toggleStar } from '../../components/shared/marks';
import { settings, settingsKnown, startSettings } from '../../components/shared/settings-state';
import { toasts } from '../../components/shared/toasts';
import type { Entry } from '../../utils/model/entry';
import { defaultSettings } from '../../utils/model/settings';
import { newEntry } from '../db/support';
import { kept, refusals, sent } from './extension-stand-in';
import { until } from './stage';

const { runtime } = (globalThis as unknown as { browser: { runtime: Messenger } }).browser;
const answering = runtime.sendMessage;

interface Messenger {
  sendMessage(message: { name: string; input: unknown }): Promise<unknown>;
}

let entry: Entry;

beforeEach(() => {
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
