import type { WithExtensionApi } from '../extension-api';
import type { ExtensionPage } from '../extension-page';
import type { Scene, Stage } from './scene';

type Doing = NonNullable<Scene['before']>;

/** Part of the title of the article that stands first. */
export const leadTitle = '特朗普宣誓就职';

/** What has just come is found a moment later. */
export const listed = (page: ExtensionPage): Promise<unknown> => page.articlesListed();

/** Opens an article by a part of its title. */
export const opened = (title: string) => (page: ExtensionPage) => page.openArticle(title);

/** One after the other. */
export const inTurn =
  (...all: Doing[]): Doing =>
  async (page, stage) => {
    for (const one of all) await one(page, stage);
  };

/** Presses the button of these words, by the key of their message. */
export const pressed =
  (key: string): Doing =>
  (page, { words }) =>
    page.click('button', words(key));

/** Presses the first that the selector fits. */
export const pressedOn =
  (selector: string): Doing =>
  (page) =>
    page.clickOn(selector);

/** Waits until there is one that the selector fits. */
export const seen =
  (selector: string): Doing =>
  (page) =>
    page.until(selector, (wanted) => document.querySelector(wanted) !== null, selector);

/** Writes into the extension's storage. */
export const stored =
  (values: Record<string, unknown>): Doing =>
  (page) =>
    page.evaluate((wanted) => {
      const { chrome } = globalThis as unknown as WithExtensionApi;
      return chrome.storage.local.set(wanted);
    }, values);

/** Waits until feeds are being checked, and one has been. */
export const checking: Doing = (page) =>
  page.until('some progress', () =>
    Number(document.querySelector('.progress-line.on')?.getAttribute('aria-valuenow')),
  );

/** As without a network. */
export const offline: Doing = async (page) => {
  await page.page.setOfflineMode(true);
  await page.until('word of it', () => document.querySelector('.banner') !== null);
};

/** The page once more, while its database is slow to answer. */
export const loading: Doing = async (page) => {
  await page.page.evaluateOnNewDocument(() => {
    // one that never answers, as far as anybody can tell
    IDBFactory.prototype.open = () =>
      Object.create(IDBOpenDBRequest.prototype, {
        addEventListener: { value: () => undefined },
        removeEventListener: { value: () => undefined },
      }) as IDBOpenDBRequest;
  });
  await page.page.reload();
};

/** Opens the menu of the row of an article, by a part of its title. */
export const rowMenu =
  (title: string): Doing =>
  async (page) => {
    const row = (await page.articlesListed()).find(({ name }) => name.includes(title));
    await page.page.bringToFront();
    await page.page.click(`article[data-entry-id="${row?.id}"]`, { button: 'right' });
    await page.until('the menu', () => document.querySelector(':popover-open .menu-item') !== null);
  };

/** Takes back what the toast offers to take back. */
export const undone = async (page: ExtensionPage, { words }: Stage): Promise<void> => {
  await page.click('button', words('undo'));
  await page.until('it to be gone', () => document.querySelector('.toast .link-button') === null);
};
