import type { Browser, Page, WebWorker } from 'puppeteer-core';
import type { TestBrowser } from './browser';
import { poll } from './extension-page';
import { inFirefoxWindow, pressInFirefox } from './firefox-window';

export interface Told {
  title: string;
  text: string;
}

/**
 * What a reader does outside of pages. In Firefox it is done with the browser's own address bar, menus, keys, toolbar and
 * windows. Chromium's are out of any driver's reach: there its extension API tells the background of the same events.
 */
export interface BrowserHands {
  /** Types our keyword and words into the address bar, and gives what is offered once one offer includes `awaited`. */
  typeInAddressBar(words: string, awaited: string): Promise<string[]>;
  /** Goes down to an offer of the address bar, and opens it. */
  openOffer(including: string): Promise<void>;
  /** Presses the browser's key of a command. */
  command(name: 'next-unread' | 'mark-all-read', key: string): Promise<void>;
  /** Chooses one of our items in the menu of a page, or of the link that a selector finds. */
  chooseInMenu(page: Page, link: string | null, id: string, label: string): Promise<void>;
  /** The notifications that stand on the screen. */
  notifications(): Promise<Told[]>;
  clickNotification(): Promise<void>;
  /** The toolbar button's badge and its colour. */
  badge(): Promise<{ text: string; color: string }>;
}

export function handsOf(browser: TestBrowser, window: Browser): BrowserHands {
  return browser.name === 'firefox' ? firefoxHands(window) : chromiumHands(browser, window);
}

const widget = 'broadsheet_broadsheet_example';

const offers = `() => gURLBar.view.isOpen
  ? [...document.querySelectorAll('.urlbarView-row')].map((row) => row.innerText ?? row.textContent)
  : []`;

async function pressOn(window: Browser, offer: string): Promise<void> {
  const chosen = `(wanted) => (gURLBar.view.selectedElement?.closest('.urlbarView-row')?.textContent ?? '').includes(wanted)`;
  // what comes late to the list takes the choice back to its top
  const isChosen = await poll(async () => {
    if (await inFirefoxWindow(window, chosen, offer)) return true;
    await pressInFirefox(window, 'ArrowDown');
    return inFirefoxWindow(window, chosen, offer);
  });
  if (!isChosen) throw new Error(`The address bar does not come to ${offer}`);
  await pressInFirefox(window, 'Enter');
}

async function chooseInFirefoxMenu(page: Page, link: string | null, label: string): Promise<void> {
  const window = page.browser();
  await page.bringToFront();
  const choose = `async (label) => {
    const menu = document.getElementById('contentAreaContextMenu');
    const soon = (name, target) => new Promise((done) => {
      target.addEventListener(name, () => done(true), { once: true });
      setTimeout(() => done(false), 2000);
    });
    if (menu.state !== 'open' && !(await soon('popupshown', menu))) return false;
    const ours = [...menu.querySelectorAll('menuitem[id^="${widget}"]')];
    const item = ours.find((one) => one.label === label && !one.hidden);
    if (!item) return false;
    const inner = item.parentNode;
    if (inner !== menu && inner.state !== 'open') {
      const opened = soon('popupshown', inner);
      inner.parentNode.openMenu(true);
      if (!(await opened)) return false;
    }
    const chosen = soon('command', item);
    inner.activateItem(item);
    return chosen;
  }`;
  const close = `() => document.getElementById('contentAreaContextMenu').hidePopup()`;
  const isChosen = await poll(async () => {
    await inFirefoxWindow(window, close);
    const place = await page.$(link ?? 'p');
    await place?.click({ button: 'right' });
    return inFirefoxWindow(window, choose, label);
  });
  if (!isChosen) throw new Error(`“${label}” could not be chosen in the menu`);
}

const alerts = `() => [...Services.wm.getEnumerator('alert:alert')].map(({ document }) => ({
  title: document.getElementById('alertTitleLabel').getAttribute('value') ?? '',
  text: document.getElementById('alertTextLabel').textContent,
}))`;

function firefoxHands(window: Browser): BrowserHands {
  return {
    typeInAddressBar: async (words, awaited) => {
      const typed = async () => {
        await inFirefoxWindow(window, '() => { gURLBar.focus(); gURLBar.select(); }');
        for (const key of `bs ${words}`) await pressInFirefox(window, key);
        return poll(async () => {
          const shown = await inFirefoxWindow<string[]>(window, offers);
          return shown.some((text) => text.includes(awaited)) ? shown : null;
        }, 3000);
      };
      return (await poll(typed)) ?? [];
    },
    openOffer: (including) => pressOn(window, including),
    command: async (_, key) => void (await pressInFirefox(window, key, ['Alt', 'Shift'])),
    chooseInMenu: (page, link, _, label) => chooseInFirefoxMenu(page, link, label),
    notifications: () => inFirefoxWindow(window, alerts),
    clickNotification: async () =>
      void (await inFirefoxWindow(
        window,
        `() => [...Services.wm.getEnumerator('alert:alert')].at(-1).document.getElementById('alertBox').click()`,
      )),
    badge: () =>
      inFirefoxWindow(
        window,
        `() => {
          CustomizableUI.addWidgetToArea('${widget}-browser-action', CustomizableUI.AREA_NAVBAR);
          const button = document.getElementById('${widget}-BAP');
          const color = /background-color: ([^;]+)/.exec(button.getAttribute('badgeStyle') ?? '');
          return { text: button.getAttribute('badge') ?? '', color: color?.[1] ?? '' };
        }`,
      ),
  };
}

interface Events {
  dispatch(...given: unknown[]): void;
}

/** What Chromium's own bindings tell events by. */
interface WithEvents {
  chrome: {
    omnibox: { onInputChanged: Events; onInputEntered: Events };
    commands: { onCommand: Events };
    contextMenus: { onClicked: Events };
    action: {
      getBadgeText(details: object): Promise<string>;
      getBadgeBackgroundColor(details: object): Promise<number[]>;
    };
    notifications: { onClicked: Events; getAll(): Promise<Record<string, unknown>> };
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  };
}

/** The running worker, woken first. */
async function workerOf(browser: TestBrowser, window: Browser): Promise<WebWorker> {
  await browser.send('dismissNotice', { notice: 'repaired' });
  const target = await window.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('The background does not run');
  return worker;
}

interface Suggestion {
  content: string;
  description: string;
}

function chromiumHands(browser: TestBrowser, window: Browser): BrowserHands {
  let offered: Suggestion[] = [];
  const ask = async (words: string) =>
    (await workerOf(browser, window)).evaluate((text) => {
      const { chrome } = globalThis as unknown as WithEvents;
      return new Promise<Suggestion[]>((done) => chrome.omnibox.onInputChanged.dispatch(text, done));
    }, words);
  return {
    typeInAddressBar: async (words, awaited) => {
      await poll(async () => {
        offered = await ask(words);
        return offered.some(({ description }) => description.includes(awaited));
      });
      return offered.map(({ description }) => description);
    },
    openOffer: async (including) => {
      const content =
        offered.find(({ description }) => description.includes(including))?.content ?? including;
      const worker = await workerOf(browser, window);
      await worker.evaluate((text) => {
        const { chrome } = globalThis as unknown as WithEvents;
        chrome.omnibox.onInputEntered.dispatch(text, 'newForegroundTab');
      }, content);
    },
    command: async (name) => {
      const worker = await workerOf(browser, window);
      await worker.evaluate((wanted) => {
        (globalThis as unknown as WithEvents).chrome.commands.onCommand.dispatch(wanted);
      }, name);
    },
    chooseInMenu: async (page, link, id) => {
      const linkUrl = link && (await page.$eval(link, (one) => (one as HTMLAnchorElement).href));
      const worker = await workerOf(browser, window);
      const chosen = { menuItemId: id, pageUrl: page.url(), ...(linkUrl && { linkUrl }) };
      await worker.evaluate(async (info) => {
        const { chrome } = globalThis as unknown as WithEvents;
        const tabs = await chrome.tabs.query({});
        chrome.contextMenus.onClicked.dispatch(
          info,
          tabs.find(({ url }) => url === info.pageUrl),
        );
      }, chosen);
    },
    notifications: async () => {
      // asked in a page: a worker that a driver has looked into does not come back by itself
      const page = (await window.pages()).find((one) => one.url().endsWith('/icon/16.png'));
      const names = await page?.evaluate(async () =>
        Object.keys(await (globalThis as unknown as WithEvents).chrome.notifications.getAll()),
      );
      return (names ?? []).map((name) => ({ title: name, text: '' }));
    },
    clickNotification: async () => {
      const worker = await workerOf(browser, window);
      await worker.evaluate(async () => {
        const { chrome } = globalThis as unknown as WithEvents;
        const [name] = Object.keys(await chrome.notifications.getAll());
        chrome.notifications.onClicked.dispatch(name);
      });
    },
    badge: async () => {
      const worker = await workerOf(browser, window);
      return worker.evaluate(async () => {
        const { action } = (globalThis as unknown as WithEvents).chrome;
        const [red, green, blue] = await action.getBadgeBackgroundColor({});
        return { text: await action.getBadgeText({}), color: `rgba(${red}, ${green}, ${blue}, 1)` };
      });
    },
  };
}
