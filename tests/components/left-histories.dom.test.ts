import './extension-stand-in';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sendLeft } from '../../components/shared/left-behind';
import { performLasting } from '../../components/shared/left-changes';
import { sendMark } from '../../components/shared/left-marks';
import { markAllRead, undo } from '../../utils/actions/mark-all-read';
import { markRead } from '../../utils/actions/mark-read';
import { star } from '../../utils/actions/star';
import { commitCheck } from '../../utils/db/commit-check';
import { countUnread } from '../../utils/db/counts';
import { listEntries } from '../../utils/db/entry-lists';
import { finishMarkAll } from '../../utils/db/mark-all';
import { repairCounts } from '../../utils/db/repair';
import { answer, type Handlers } from '../../utils/messages/serve';
import { TestWorld } from '../actions/support';
import { PlainModel } from '../db/plain-model';
import { addFeed, freshDatabase, newEntry } from '../db/support';
import { randomFrom } from '../random';
import { kept } from './extension-stand-in';

interface Message {
  name: string;
  input: unknown;
  word?: string;
}

const { runtime } = (
  globalThis as unknown as { browser: { runtime: { sendMessage(message: Message): Promise<unknown> } } }
).browser;
const standIn = runtime.sendMessage;
const world = new TestWorld();
const handlers = {
  markRead: (input) => markRead(world, input),
  star: (input) => star(world, input),
  markAllRead: (input) => markAllRead(world, input),
  undo: (input) => undo(world, input),
} as Partial<Handlers> as Handlers;
let turn: Promise<unknown> = Promise.resolve();
/** One after the other. */
function hear(message: Message): Promise<unknown> {
  turn = turn.then(() => answer(handlers, async () => undefined, message));
  return turn;
}

const random = randomFrom(21);
const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
const some = <T>(of: readonly T[]) => of.filter(() => random() < 0.3);
const feedIds: number[] = [];
let model: PlainModel;
/** Far enough after the last one that a background may be asleep. */
let clock = 1e6;

beforeAll(async () => {
  await freshDatabase();
  localStorage.clear();
  vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 30_000;
    return clock;
  });
  for (const title of ['one', 'two']) feedIds.push(await addFeed(title));
  model = new PlainModel(feedIds);
  for (const feedId of feedIds) {
    const added = Array.from({ length: 8 }, (_, n) => newEntry(`${feedId} ${n}`));
    model.add(feedId, (await commitCheck({ feedId, patch: {}, added })).entryIds, added);
  }
});
afterAll(() => {
  runtime.sendMessage = standIn;
  vi.restoreAllMocks();
  kept.clear();
  localStorage.clear();
});

/** Keys of words whose messages came. */
const heardWords = new Set<string>();

type Act = () => Promise<unknown>;

/** Something that the reader does, put down in the model; what the page asks for is sent when it is called. */
function nextAct(undoIds: Map<number, number>): Act {
  const ids = [...model.entries.keys()];
  const on = random() < 0.5;
  const what = random();
  if (what < 0.5) {
    const [entryId, kind] = [pick(ids), pick(['read', 'starred'] as const)];
    if (kind === 'read') model.markRead([entryId], on);
    else model.star([entryId], on);
    return () => sendMark({ kind, entryId, on });
  }
  if (what < 0.7) {
    const entryIds = some(ids);
    model.markRead(entryIds, on);
    return () => performLasting('markRead', { entryIds, read: on });
  }
  const [last] = [...undoIds].slice(-1);
  if (what < 0.8 && last) {
    undoIds.delete(last[0]);
    model.undo(last[0]);
    return () => performLasting('undo', { undoId: last[1] });
  }
  const feedId = pick(feedIds);
  const mark = Math.floor(random() * 1e9);
  model.markAll(model.meant([feedId], undefined), mark);
  return async () => {
    const done = await performLasting('markAllRead', { feedId, before: 1e9 });
    if (done && done.changed > 0) undoIds.set(mark, done.undoId);
  };
}

/** A page that closes while messages are on their way: the first ones come through, of which nobody hears the answer. */
function closePage(acts: number, undoIds: Map<number, number>): Promise<unknown>[] {
  const through = Math.floor(random() * (acts + 1));
  const heard: Promise<unknown>[] = [];
  let sent = 0;
  runtime.sendMessage = (message) => {
    if (sent++ < through) {
      heard.push(hear(message));
      heardWords.add(message.word ?? '');
    }
    return new Promise(() => {});
  };
  for (let n = 0; n < acts; n++) void nextAct(undoIds)();
  return heard;
}

/** What the background does of what pages left word of, messages that came included, unless it is ended in the middle. */
async function takeWords(isEnded: boolean): Promise<void> {
  const words = [...kept].filter(([key]) => key.startsWith('word:'));
  const taken = isEnded ? Math.floor(random() * words.length) : words.length;
  for (const [key, word] of words.slice(0, taken)) {
    if (!heardWords.delete(key)) await hear(word as Message);
    kept.set(key, 'done');
  }
  heardWords.clear();
}

async function compare(): Promise<void> {
  const rows = await listEntries({ filter: 'all', limit: 100 });
  const stored = rows.map(({ id, read, starred }) => [id, read === 1, starred === 1]);
  const meant = [...model.entries.values()].map(({ id, isRead, isStarred }) => [id, isRead, isStarred]);
  const byId = (one: unknown[], other: unknown[]) => Number(one[0]) - Number(other[0]);
  expect(stored.sort(byId)).toEqual(meant.sort(byId));
  expect(await countUnread()).toBe(model.list('unread', feedIds).length);
}

test('whatever pages are closed in and the background is ended in, what the reader did last holds', {
  timeout: 120_000,
}, async () => {
  for (let history = 0; history < 60; history++) {
    const undoIds = new Map<number, number>();
    runtime.sendMessage = hear;
    for (let n = Math.floor(random() * 4); n > 0; n--) await nextAct(undoIds)();
    // what an ended background has done is done again: an undo would give nothing back the second time
    const isEnded = random() < 0.3;
    await Promise.all(closePage(Math.floor(random() * 5), isEnded ? new Map() : undoIds));
    await takeWords(isEnded);
    if (random() < 0.3) await finishMarkAll();
    runtime.sendMessage = hear;
    await sendLeft();
    await compare();
    expect(Object.keys(localStorage)).toEqual([]);
  }
  expect(await repairCounts()).toEqual([]);
});
