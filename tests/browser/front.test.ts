import { afterAll, expect, test, vi } from 'vitest';
import type { Front } from '../../utils/model/front';

const store = new Map<string, unknown>();
const session = {
  get: async (key: string) => ({ [key]: store.get(key) }),
  set: async (values: Record<string, unknown>) => {
    // as the browser does: what it gives back is a copy
    for (const [key, value] of Object.entries(values)) store.set(key, JSON.parse(JSON.stringify(value)));
  },
};
vi.stubGlobal('chrome', { runtime: { id: 'us' }, storage: { session } });
afterAll(() => void vi.unstubAllGlobals());
// after the browser's interface: it is looked for once
const { getFront, saveFront } = await import('../../utils/browser/front');

const entry = { id: 5, feedId: 1, title: 'T', link: 'https://a.example/', snippet: '', sortAt: 1 };
const face = { name: 'A', language: 'en', privateHosts: [], images: null, script: null, hiding: null };
const front = { rows: [{ entry, face }], unread: 3 } as unknown as Front;

test('what was kept comes back, and nothing once it was taken away', async () => {
  expect(await getFront()).toBe(null);
  await saveFront(front);
  expect(await getFront()).toEqual(front);
  await saveFront(null);
  expect(await getFront()).toBe(null);
});

test.each([
  ['a text', 'front'],
  ['no rows', { rows: [], unread: 3 }],
  ['rows that are none', { rows: { length: 1 }, unread: 3 }],
  ['no number of unread', { rows: [{ entry, face }] }],
  ['an entry without an id', { rows: [{ entry: { ...entry, id: undefined }, face }], unread: 3 }],
  ['an entry with an object for its title', { rows: [{ entry: { ...entry, title: {} }, face }], unread: 3 }],
  ['an entry without a date', { rows: [{ entry: { ...entry, sortAt: null }, face }], unread: 3 }],
  ['a row without a feed', { rows: [{ entry }], unread: 3 }],
])('%s is no front', async (_, kept) => {
  store.set('front', kept);
  expect(await getFront()).toBe(null);
});
