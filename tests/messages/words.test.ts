import { beforeEach, expect, test, vi } from 'vitest';
import { answer, type Handlers, serveWords } from '../../utils/messages/serve';
import { ProblemError } from '../../utils/model/problem';

type Follow = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

/** The part of the browser that words are left in, as a background without pages has it. */
const session = vi.hoisted(() => {
  const kept = new Map<string, unknown>();
  const follow: Follow[] = [];
  const tell = (key: string, area: string) => {
    for (const one of follow) one({ [key]: kept.has(key) ? { newValue: kept.get(key) } : {} }, area);
  };
  const put = (key: string, value: unknown, area = 'session') => {
    kept.set(key, value);
    tell(key, area);
  };
  const area = {
    get: async (key: string) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
    set: async (values: object) => {
      for (const [key, value] of Object.entries(values)) put(key, value);
    },
    remove: async (key: string) => {
      kept.delete(key);
      tell(key, 'session');
    },
  };
  const onChanged = { addListener: (one: Follow) => follow.push(one) };
  Object.assign(globalThis, { browser: { runtime: { id: 'own' }, storage: { session: area, onChanged } } });
  return { kept, put };
});
const { kept, put } = session;

const ready = async () => undefined;
const calls: string[] = [];
let act: (id: number) => Promise<void> = async () => undefined;

const handlers = {
  star: async ({ entryIds: [id = 0] }) => {
    calls.push(`star ${id}`);
    await act(id);
    calls.push(`starred ${id}`);
    return { changed: 1 };
  },
} as Partial<Handlers> as Handlers;
serveWords(handlers, ready);

const wordOf = (id: number) => ({ name: 'star', input: { entryIds: [id], starred: true } });
const leave = (id: number) => put(`word:${id}`, wordOf(id));
const both = (id: number) => [`star ${id}`, `starred ${id}`];

beforeEach(() => {
  calls.length = 0;
  kept.clear();
  act = async () => undefined;
});

test('what a page left word of, and did not come to say, is done once', async () => {
  leave(1);
  await expect.poll(() => kept.get('word:1')).toBe('done');
  leave(2);
  await expect.poll(() => kept.get('word:2')).toBe('done');
  expect(calls).toEqual([...both(1), ...both(2)]);
});

test('a message that came is not done again for its word', async () => {
  leave(3);
  expect(await answer(handlers, ready, { ...wordOf(3), word: 'word:3' })).toMatchObject({ ok: true });
  await expect.poll(() => kept.get('word:3')).toBe('done');
  expect(calls).toEqual(both(3));
});

test('a word that was taken back is nobody’s any more', async () => {
  leave(4);
  kept.delete('word:4');
  leave(5);
  await expect.poll(() => kept.get('word:5')).toBe('done');
  expect(calls).toEqual(both(5));
  expect(kept.has('word:4')).toBe(false);
});

test('a word that is taken back while it is done does not come back', async () => {
  let end = () => {};
  act = (id) => (id === 6 ? new Promise((done) => (end = done)) : Promise.resolve());
  leave(6);
  await expect.poll(() => calls).toEqual(['star 6']);
  kept.delete('word:6');
  leave(7);
  end();
  await expect.poll(() => kept.get('word:7')).toBe('done');
  expect([...kept.keys()]).toEqual(['word:7']);
});

test('words are done one after the other, in their order', async () => {
  let end = () => {};
  act = (id) => (id === 8 ? new Promise((done) => (end = done)) : Promise.resolve());
  leave(8);
  leave(9);
  leave(10);
  await expect.poll(() => calls).toEqual(['star 8']);
  end();
  await expect.poll(() => kept.get('word:10')).toBe('done');
  expect(calls).toEqual([...both(8), ...both(9), ...both(10)]);
});

test('what could not be done is left to the next page, what cannot be is not', async () => {
  act = async (id) => {
    if (id === 11) throw new Error('stopped');
    throw new ProblemError({ kind: 'storage-full' });
  };
  leave(11);
  leave(12);
  await expect.poll(() => kept.get('word:12')).toBe('done');
  expect(kept.has('word:11')).toBe(false);
});

test('nothing else that is stored is a word', async () => {
  put('other:13', wordOf(13));
  put('word:14', wordOf(14), 'local');
  put('word:15', 'done');
  leave(16);
  await expect.poll(() => kept.get('word:16')).toBe('done');
  expect(calls).toEqual(both(16));
});
