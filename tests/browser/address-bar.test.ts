import { afterAll, expect, test, vi } from 'vitest';

/** As long as a busy machine may need. */
const waiting = { timeout: 20_000 };

type Listener = (...given: unknown[]) => void;

/** A browser's address bar, which nothing but a hand can type into. */
function addressBar() {
  const listeners: Record<string, Listener> = {};
  const opened: unknown[] = [];
  const on = (name: string) => ({
    addListener: (listener: Listener) => {
      listeners[name] = listener;
    },
  });
  const described: string[] = [];
  return {
    opened,
    described,
    start: () => listeners.started?.(),
    type: (text: string) => new Promise((done) => listeners.changed?.(text, done)),
    enter: (text: string, disposition: string) => listeners.entered?.(text, disposition),
    api: {
      omnibox: {
        onInputStarted: on('started'),
        onInputChanged: on('changed'),
        onInputEntered: on('entered'),
        setDefaultSuggestion: async ({ description }: { description: string }) =>
          void described.push(description),
      },
      runtime: { getURL: (path: string) => `extension://us${path}` },
      i18n: { getMessage: (key: string, gaps: string[]) => `${key} ${gaps}` },
      tabs: {
        update: async (tab: unknown) => void opened.push(tab),
        create: async (tab: unknown) => void opened.push(tab),
      },
    },
  };
}

const bar = addressBar();
vi.stubGlobal('chrome', bar.api);
afterAll(() => void vi.unstubAllGlobals());
// after the browser's interface: it is looked for once
const { shown, watchAddressBar } = await import('../../utils/browser/address-bar');

test.each([
  ['AT&T <b>"x"</b>', 'AT＆T ‹b›”x”‹/b›'],
  ['two\nlines', 'two lines'],
])('%j has nothing that an XML reader would take for markup', (text, description) => {
  expect(shown(text)).toBe(description);
});

test('offers what is found, and opens what was chosen or typed', async () => {
  const find = async (text: string) => [{ text: `<${text}>`, place: '/search/a/entry/5' }];
  const told: string[] = [];
  let starts = 0;
  watchAddressBar(
    () => void starts++,
    find,
    (text) => `/search/${text}`,
    (place) => told.push(place),
  );
  expect(starts).toBe(0);
  bar.start();
  expect(starts).toBe(1);
  expect(await bar.type('a')).toEqual([
    { content: 'extension://us/reader.html#/search/a/entry/5', description: '‹a›' },
  ]);
  bar.enter('extension://us/reader.html#/search/a/entry/5', 'currentTab');
  bar.enter('word', 'newForegroundTab');
  bar.enter('https://evil.example/', 'newBackgroundTab');
  await vi.waitFor(() => expect(bar.opened).toHaveLength(3), waiting);
  expect(bar.opened).toEqual([
    { url: 'extension://us/reader.html#/search/a/entry/5' },
    { url: 'extension://us/reader.html#/search/word', active: true },
    { url: 'extension://us/reader.html#/search/https://evil.example/', active: false },
  ]);
  expect(told).toEqual(['/search/a/entry/5', '/search/word', '/search/https://evil.example/']);
});
