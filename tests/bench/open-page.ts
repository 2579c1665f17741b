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

/**
 * Runs in a page of the extension: opens another in a tab, and gives the milliseconds until the first frame that shows an
 * article. The new page is watched from outside, since a page that measures itself begins late. `null`: none came in 20 s.
 */
export async function openPage(path: string): Promise<number | null> {
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
  const found = view;
  const end = found
    ? await new Promise<number | null>((done) => {
        setTimeout(() => done(null), 20_000);
        const look = () => {
          if (!found.document.querySelector('article[data-entry-id]')) return false;
          found.requestAnimationFrame(() => done(clock(found)));
          return true;
        };
        if (look()) return;
        const watcher = new MutationObserver(() => look() && watcher.disconnect());
        watcher.observe(found.document, { childList: true, subtree: true });
      })
    : null;
  await chrome.tabs.remove((await opening).id);
  return end && end - start;
}
