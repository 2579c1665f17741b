/*
 * Functions that a driver sends into pages as text: each stands alone and uses nothing from outside itself.
 */

/** Runs in an ordinary web page: which doors of the extension at `home` are open to it. */
export async function knock(home: string): Promise<string[]> {
  const open: string[] = [];
  const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime;
  if (runtime?.sendMessage) open.push('runtime.sendMessage');
  for (const path of ['reader.html', 'manifest.json', 'icon/16.png', 'background.js']) {
    const fetched = await fetch(home + path).then(
      () => true,
      () => false,
    );
    if (fetched) open.push(`fetch ${path}`);
  }
  const picture = new Image();
  const came = new Promise<boolean>((done) => {
    picture.onload = () => done(true);
    picture.onerror = () => done(false);
  });
  picture.src = `${home}icon/16.png`;
  if (await came) open.push('img icon/16.png');
  return open;
}

interface Scripting {
  chrome: {
    tabs: { query(filter: object): Promise<{ id?: number }[]> };
    scripting: {
      executeScript(what: {
        target: { tabId: number };
        func: () => Promise<unknown>;
      }): Promise<{ result?: unknown }[]>;
    };
    runtime: { sendMessage(message: unknown): Promise<unknown> };
  };
}

/** Runs in a page of the extension: puts a script into the web pages of an origin, which speaks as one of ours would. */
export async function speakFromPage(origin: string): Promise<unknown[]> {
  const { chrome } = globalThis as unknown as Scripting;
  const tabs = await chrome.tabs.query({ url: `${new URL(origin).protocol}//${new URL(origin).hostname}/*` });
  const answers: unknown[] = [];
  for (const { id } of tabs) {
    if (id === undefined) continue;
    const injected = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => {
        const { chrome: inner } = globalThis as unknown as Scripting;
        return inner.runtime.sendMessage({ name: 'unsubscribe', input: { feedId: 1 } });
      },
    });
    answers.push(...injected.map(({ result }) => result));
  }
  return answers;
}
