import type { Browser, Page } from 'puppeteer-core';
import { poll } from './extension-page';
import { inFirefoxPanel, inFirefoxWindow, pressInFirefox } from './firefox-window';

/** Firefox's sidebar or Chromium's side panel, with our page in it. */
export interface SidePanel {
  /** Repeats a function of its document until it gives something truthy; null when patience is at an end. */
  until<T>(run: string): Promise<T | null>;
  press(key: string): Promise<void>;
}

/** Opens it from the browser, as the reader does. */
export function openSidePanel(desk: Page): Promise<SidePanel> {
  const browser = desk.browser();
  return desk.url().startsWith('chrome-extension:') ? inChromium(desk, browser) : inFirefox(browser);
}

async function inFirefox(browser: Browser): Promise<SidePanel> {
  await inFirefoxWindow(
    browser,
    `async () => {
      const id = [...SidebarController.sidebars.keys()].find((name) => name.includes('broadsheet'));
      await SidebarController.show(id);
    }`,
  );
  return {
    until: (run) => poll(() => inFirefoxPanel(browser, '/sidepanel.html', run)),
    press: async (key) => {
      // a notification that was there had the keyboard, and left it nowhere
      const focus = `() => {
        Services.focus.activeWindow = window;
        window.focus();
        SidebarController.browser.contentDocument.getElementById('webext-panels-browser').focus();
      }`;
      const hasFocus = '(document) => document.hasFocus()';
      await poll(async () => {
        await inFirefoxWindow(browser, focus);
        return inFirefoxPanel(browser, '/sidepanel.html', hasFocus);
      });
      await pressInFirefox(browser, key);
    },
  };
}

async function inChromium(desk: Page, browser: Browser): Promise<SidePanel> {
  const tools = await desk.createCDPSession();
  const expression = 'chrome.windows.getCurrent().then(({ id }) => chrome.sidePanel.open({ windowId: id }))';
  await tools.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true });
  await tools.detach();
  const panel = await (await browser.waitForTarget((one) => one.url().endsWith('/sidepanel.html'))).asPage();
  return {
    until: (run) => poll(() => panel.evaluate(`(${run})(document, window)`) as Promise<never>),
    press: (key) => panel.keyboard.press(key as 'j'),
  };
}
