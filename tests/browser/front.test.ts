import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { Front } from '../../utils/model/front';

const store = new Map<string, unknown>();
const disk = new Map<string, unknown>();
let writes = 0;
const area = (kept: Map<string, unknown>) => ({
  get: async (key: string) => ({ [key]: kept.get(key) }),
  set: async (values: Record<string, unknown>) => {
    writes += 1;
    // as the browser does: what it gives back is a copy
    for (const [key, value] of Object.entries(values)) kept.set(key, JSON.parse(JSON.stringify(value)));
  },
});
let version = '1.2.3';
const runtime = { id: 'us', getManifest: () => ({ version }) };
const chromeStandIn = { runtime, storage: { session: area(store), local: area(disk) } };
vi.stubGlobal('chrome', chromeStandIn);
afterAll(() => void vi.unstubAllGlobals());
// after the browser's interface: it is looked for once
const { getFront, leaveFront, saveFront } = await import('../../utils/browser/front');

const entry = { id: 5, feedId: 1, title: 'T', link: 'https://a.example/', snippet: '', sortAt: 1 };
const face = { name: 'A', language: 'en', privateHosts: [], images: null, script: null, hiding: null };
const front = { rows: [{ entry, face, href: '#' }], unread: 3 } as unknown as Front;

beforeEach(() => {
  for (const kept of [store, disk]) kept.clear();
});

test('what was kept comes back, and nothing once it was taken away', async () => {
  expect(await getFront()).toBe(null);
  await saveFront(front);
  expect(await getFront()).toEqual(front);
  await saveFront(null);
  expect(await getFront()).toBe(null);
});

test('what was left on disk counts until something is kept in memory, be it nothing', async () => {
  await leaveFront(front);
  expect(await getFront()).toEqual(front);
  await saveFront(null);
  expect(await getFront()).toBe(null);
  store.clear();
  await leaveFront(null);
  expect(await getFront()).toBe(null);
});

test('both are asked before either has answered', async () => {
  const asked: string[] = [];
  const ask = (name: string) => ({
    get: (key: string) => {
      asked.push(name);
      return new Promise<Record<string, unknown>>((answer) => answers.push(() => answer({ [key]: null })));
    },
  });
  const answers: (() => void)[] = [];
  const { storage } = chromeStandIn;
  chromeStandIn.storage = { session: ask('session'), local: ask('local') } as unknown as typeof storage;
  const got = getFront();
  expect(asked.sort()).toEqual(['local', 'session']);
  for (const answer of answers) answer();
  expect(await got).toBe(null);
  chromeStandIn.storage = storage;
});

test('what is taken away while it is being written is away', async () => {
  await Promise.all([leaveFront(front), leaveFront(null)]);
  expect(await getFront()).toBe(null);
});

test('what another version left does not count', async () => {
  await leaveFront(front);
  version = '1.2.4';
  expect(await getFront()).toBe(null);
  await leaveFront(front);
  expect(await getFront()).toEqual(front);
});

test('what is on disk already is not written again', async () => {
  await leaveFront(front);
  const before = writes;
  await leaveFront({ ...front });
  expect(writes).toBe(before);
  await leaveFront({ ...front, unread: 4 });
  expect(writes).toBe(before + 1);
});

test.each([
  ['a text', 'front'],
  ['no rows', { rows: [], unread: 3 }],
  ['rows that are none', { rows: { length: 1 }, unread: 3 }],
  ['no number of unread', { rows: front.rows }],
  ['an entry without an id', { rows: [{ ...front.rows[0], entry: { ...entry, id: undefined } }], unread: 3 }],
  [
    'an entry with an object for its title',
    { rows: [{ ...front.rows[0], entry: { ...entry, title: {} } }], unread: 3 },
  ],
  ['an entry without a date', { rows: [{ ...front.rows[0], entry: { ...entry, sortAt: null } }], unread: 3 }],
  ['a row without a feed', { rows: [{ entry, href: '#' }], unread: 3 }],
  ['a row without an address', { rows: [{ entry, face }], unread: 3 }],
])('%s is no front', async (_, kept) => {
  store.set('front', kept);
  expect(await getFront()).toBe(null);
  store.clear();
  disk.set('front', { version, front: kept });
  expect(await getFront()).toBe(null);
});
