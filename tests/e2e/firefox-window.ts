import type { Browser } from 'puppeteer-core';

interface Connection {
  send(
    method: string,
    parameters: Record<string, unknown>,
  ): Promise<{
    result: {
      contexts: { context: string }[];
      type: string;
      result: { value: string };
      exceptionDetails?: { text: string };
    };
  }>;
}

/** Runs a function in Firefox's own window, where toolbars, menus and extensions are; arguments and answer are copied. */
export async function inFirefoxWindow<T = unknown>(
  browser: Browser,
  run: string,
  ...given: unknown[]
): Promise<T> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const answer = await connection.send('script.callFunction', {
    functionDeclaration: `async (given) => JSON.stringify((await (${run})(...JSON.parse(given))) ?? null)`,
    arguments: [{ type: 'string', value: JSON.stringify(given) }],
    target: { context: tree.result.contexts[0]?.context },
    awaitPromise: true,
  });
  const { type, exceptionDetails, result } = answer.result;
  if (type === 'exception') throw new Error(exceptionDetails?.text);
  return JSON.parse(result.value);
}

const keyCodes: Record<string, number> = { Enter: 13, Escape: 27, ArrowDown: 40, Tab: 9, ' ': 32, '?': 191 };

/**
 * Presses a key as a keyboard does, wherever in Firefox the keyboard is: BiDi presses keys in pages alone, and so never
 * those that toolbars, menus or the browser's own commands wait for.
 */
export function pressInFirefox(
  browser: Browser,
  key: string,
  held: readonly string[] = [],
): Promise<unknown> {
  const keyCode = keyCodes[key] ?? (/^[a-z]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : 0);
  return inFirefoxWindow(
    browser,
    `(key, keyCode, held) => {
      const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      keyboard.beginInputTransactionForTests(window);
      const event = (init) => new KeyboardEvent('', init);
      for (const one of held) keyboard.keydown(event({ key: one }));
      const code = /^[a-z]$/i.test(key) ? 'Key' + key.toUpperCase() : '';
      keyboard.keydown(event({ key, code, keyCode }));
      keyboard.keyup(event({ key, code, keyCode }));
      for (const one of [...held].reverse()) keyboard.keyup(event({ key: one }));
    }`,
    key,
    keyCode,
    held,
  );
}

/** Runs a function in a document of the extension that is in no tab: the popup, or the sidebar. null where there is none. */
export function inFirefoxPanel<T>(browser: Browser, page: string, run: string): Promise<T | null> {
  return inFirefoxWindow(
    browser,
    `async (page, run) => {
      const outer = [document, window.SidebarController?.browser?.contentDocument].filter(Boolean);
      const shown = outer.flatMap((one) => [...one.querySelectorAll('browser')]);
      const panel = shown.find((one) => one.currentURI?.spec.split('#')[0].endsWith(page) && !gBrowser.browsers.includes(one));
      if (!panel) return null;
      const { messageManager } = panel;
      return new Promise((done) => {
        const name = 'broadsheet:' + Math.random();
        messageManager.addMessageListener(name, ({ data }) => done(data));
        const script = 'sendAsyncMessage(' + JSON.stringify(name) + ', (' + run + ')(content.document, content))';
        messageManager.loadFrameScript('data:application/javascript,' + encodeURIComponent(script), false);
      });
    }`,
    page,
    run,
  );
}
