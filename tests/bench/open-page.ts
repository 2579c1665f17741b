interface Opener {
  chrome: {
    tabs: {
      create(tab: { url: string; active: boolean }): Promise<{ id: number }>;
      remove(id: number): Promise<void>;
    };
    runtime: { getURL(path: string): string };
    extension: { getViews(): (Window & typeof globalThis)[] };
  };
}

/** What an opened page showed, and when: milliseconds since it was asked for. */
export interface Opened {
  /** The first frame with an article has been painted. */
  shownAt: number;
  /** A key that was pressed then has been answered; `null` where keys are not wanted. */
  answeredAt: number | null;
  /** The articles of that first frame, and as many of the list once the database has been read. */
  first: string[];
  later: string[];
}

/**
 * Runs in a page of the extension: opens another in a tab, and looks until the first frame that shows an article. The new
 * page is watched from outside, since a page that measures itself begins late. With `rows`, it is then asked to select its
 * first row by a key, and watched until it lists so many. `null`: what was waited for did not come in 20 s.
 */
export async function openPage(path: string, rows: number): Promise<Opened | null> {
  const { chrome } = globalThis as unknown as Opener;
  const clock = (page: typeof globalThis) => page.performance.timeOrigin + page.performance.now();
  const start = clock(globalThis);
  const known = new Set(chrome.extension.getViews());
  // Firefox takes a relative address from where it stands, which is not the root.
  const opening = chrome.tabs.create({ url: chrome.runtime.getURL(path), active: true });
  // Timers of a page in the background are slow; messages are not.
  const { port1, port2 } = new MessageChannel();
  const turn = () =>
    new Promise<void>((next) => {
      port1.onmessage = () => next();
      port2.postMessage(0);
    });
  const isOpen = (view: Window) =>
    !known.has(view as Window & typeof globalThis) && view.document?.body !== null;
  let view = chrome.extension.getViews().find((one) => isOpen(one));
  while (!view?.location.href.endsWith(path) && clock(globalThis) - start < 20_000) {
    await turn();
    view = chrome.extension.getViews().find((one) => isOpen(one) && one.location.href.endsWith(path));
  }
  const page = view as Window & typeof globalThis;
  const watch = (is: () => boolean) =>
    new Promise<boolean>((done) => {
      if (is()) return done(true);
      const watcher = new MutationObserver(() => is() && done(true));
      watcher.observe(page.document, { childList: true, subtree: true, attributes: true });
      setTimeout(() => done(is()), 20_000);
    });
  const painted = () =>
    new Promise<number>((done) =>
      page.requestAnimationFrame(() => {
        const channel = new page.MessageChannel();
        channel.port1.onmessage = () => done(clock(page) - start);
        channel.port2.postMessage(0);
      }),
    );
  const all = () => [...page.document.querySelectorAll<HTMLElement>('article[data-entry-id]')];
  const listed = () => all().map((row) => `${row.dataset.entryId}: ${row.innerText}`);
  const look = async (): Promise<Opened | null> => {
    if (!page || !(await watch(() => all().length > 0))) return null;
    const shownAt = await painted();
    const first = listed();
    if (rows === 0) return { shownAt, answeredAt: null, first, later: [...first] };
    const isAnswered = () => page.document.querySelector('article[aria-current="true"]') !== null;
    const press = () =>
      page.document.body.dispatchEvent(new page.KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    // who does not listen yet is asked again: an answer is an answer
    while (!isAnswered() && clock(globalThis) - start < 20_000) {
      press();
      for (let turns = 0; turns < 50 && !isAnswered(); turns += 1) await turn();
    }
    const answeredAt = clock(globalThis) - start;
    if (!isAnswered() || !(await watch(() => all().length >= rows))) return null;
    return { shownAt, answeredAt, first, later: listed().slice(0, first.length) };
  };
  const opened = await look();
  await chrome.tabs.remove((await opening).id);
  return opened;
}
