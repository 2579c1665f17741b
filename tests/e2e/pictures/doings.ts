import type { WithExtensionApi } from '../extension-api';
import type { ExtensionPage } from '../extension-page';
import type { Scene, Stage } from './scene';

type Doing = NonNullable<Scene['before']>;

/** Part of the title of the article that stands first. */
export const leadTitle = '特朗普宣誓就职';

/** What has just come is found a moment later. */
export const listed = (page: ExtensionPage): Promise<unknown> => page.articlesListed();

/** Opens an article by a part of its title; the list is scrolled until there is a row of it. */
export const opened = (title: string) => async (page: ExtensionPage) => {
  await page.articlesListed();
  await page.until(
    title,
    (wanted) => {
      const rows = [...document.querySelectorAll('[role="feed"] article')];
      if (rows.some(({ textContent }) => textContent.includes(wanted))) return true;
      document.querySelector('.list-scroller')?.scrollBy(0, 400);
      return false;
    },
    title,
  );
  await page.openArticle(title);
};

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

/** A finger on the second row, gone so far to the side (px) and not yet lifted. */
export const swiping = (by: number): Pick<Scene, 'before' | 'after'> => ({
  before: async (page) => {
    const [, row] = await page.articlesListed();
    const frame = await (await page.page.$(`article[data-entry-id="${row?.id}"]`))?.boundingBox();
    if (!frame) throw new Error('There is no second row');
    const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
    await page.page.bringToFront();
    await page.page.touchscreen.touchStart(x, y);
    for (const share of [0.25, 0.5, 0.75, 1]) await page.page.touchscreen.touchMove(x + share * by, y);
    await page.until('the swipe', () => document.querySelector('.row[data-swipe]') !== null);
  },
  after: async ({ page }) => {
    // back where it began, lifting it does nothing
    const { width = 0 } = page.viewport() ?? {};
    await page.touchscreen.touchMove(width / 2, 300);
    await page.touchscreen.touchEnd();
  },
});

/** As while one feed or folder is dragged over another, at this share of its height. */
export const draggedOver =
  (from: string, to: string, share: number): Doing =>
  (page) =>
    page.until(
      'where it would come to stand',
      (one, other, at) => {
        const [source, target] = [one, other].map((wanted) => document.querySelector(wanted));
        if (!source || !target) return false;
        const { left, top, height } = target.getBoundingClientRect();
        const dataTransfer = new DataTransfer();
        const point = { clientX: left + 40, clientY: top + at * height };
        for (const [type, element] of [
          ['dragstart', source],
          ['dragover', target],
        ] as const)
          element.dispatchEvent(
            new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, ...point }),
          );
        return document.querySelector('[data-drop]') !== null;
      },
      from,
      to,
      share,
    );

/** Takes back what the toast offers to take back. */
export const undone = async (page: ExtensionPage, { words }: Stage): Promise<void> => {
  await page.click('button', words('undo'));
  await page.until('it to be gone', () => document.querySelector('.toast .link-button') === null);
};
