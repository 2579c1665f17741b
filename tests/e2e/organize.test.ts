import { expect } from 'vitest';
import type { ExtensionPage } from './extension-page';
import { scenario } from './scenario';

const wide = { width: 1280, height: 860 };

/** Presses Alt and an arrow with the keyboard on a feed or folder of the tree. */
async function altArrow(page: ExtensionPage, node: string, key: 'ArrowUp' | 'ArrowRight' | 'ArrowLeft') {
  await page.page.bringToFront();
  await page.until(`a place for ${node}`, focusNode, node);
  await page.page.keyboard.down('Alt');
  await page.page.keyboard.press(key);
  await page.page.keyboard.up('Alt');
}

function focusNode(node: string): boolean {
  const place = document.querySelector<HTMLElement>(`[data-node="${node}"] a`);
  place?.focus();
  return place !== null && document.activeElement === place;
}

/** The tree as its elements stand, e.g. "folder:1 feed:2". */
function nodesShown(): string {
  return Array.from(document.querySelectorAll('.nav-pane [data-node]'), (node) =>
    node.getAttribute('data-node'),
  ).join(' ');
}

function isShown(wanted: string): boolean {
  return (
    Array.from(document.querySelectorAll('.nav-pane [data-node]'), (node) =>
      node.getAttribute('data-node'),
    ).join(' ') === wanted
  );
}

/** What a browser sends while one node is dragged over another and let go at its middle. */
function drag(from: string, to: string): boolean {
  const [source, target] = [from, to].map((node) => document.querySelector(`[data-node="${node}"]`));
  if (!source || !target) return false;
  const { left, top, height } = target.getBoundingClientRect();
  const dataTransfer = new DataTransfer();
  const at = { clientX: left + 40, clientY: top + height / 2 };
  const event = (type: string) =>
    new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, ...at });
  source.dispatchEvent(event('dragstart'));
  target.dispatchEvent(event('dragover'));
  const isTaken = target.getAttribute('data-drop') === 'into';
  target.dispatchEvent(event('drop'));
  source.dispatchEvent(event('dragend'));
  return isTaken;
}

scenario(
  'feeds and folders are moved by keyboard and by pointer, and back',
  async ({ browser, server, subscribe }) => {
    const a = await subscribe(server.feedUrl('adactio'));
    const b = await subscribe(server.feedUrl('djg'));
    const made = await browser.send('createFolder', { title: 'News' });
    const folder = made.ok ? made.data.folderId : 0;
    const [feedA, feedB, news] = [`feed:${a}`, `feed:${b}`, `folder:${folder}`];
    const reader = await browser.open('reader.html', wide);
    await reader.until('the tree', isShown, `${news} ${feedA} ${feedB}`);
    await reader.find('button', 'Rename or move “News”');
    await altArrow(reader, feedB, 'ArrowUp');
    await reader.until('b before a', isShown, `${news} ${feedB} ${feedA}`);
    await altArrow(reader, feedB, 'ArrowRight');
    await reader.until('b in the folder', isShown, `${news} ${feedB} ${feedA}`);
    await reader.shows('moved to “News”');
    await reader.click('button', 'Undo');
    await altArrow(reader, feedA, 'ArrowRight');
    await reader.until('a in the folder', isShown, `${news} ${feedA} ${feedB}`);
    await reader.until('a drop', drag, feedB, news);
    // they stood in this order before, and a folder opens for what is moved into it
    await reader.until('what is said of it', () =>
      /DJG.*moved to/.test(document.querySelector('.toasts')?.textContent ?? ''),
    );
    await reader.until('both in the folder', isShown, `${news} ${feedA} ${feedB}`);
    await reader.click('button', 'Show what is in “News”');
    await reader.until('a closed folder', isShown, news);
    expect(await reader.evaluate(nodesShown)).toBe(news);
  },
);

scenario('a tag is put on, listed, renamed and taken back', async ({ browser, server, subscribe }) => {
  await subscribe(server.feedUrl('adactio'));
  const reader = await browser.open('reader.html', wide);
  await reader.articlesListed();
  await reader.press('j');
  await reader.until('an article', () => document.querySelector('[data-article-body]') !== null);
  await reader.page.keyboard.press('t');
  await reader.find('combobox', 'New tag');
  await reader.page.keyboard.type('稍后读, later');
  await reader.page.keyboard.press('Enter');
  await reader.page.keyboard.press('Escape');
  await reader.click('link', '稍后读');
  await reader.articlesListed(1);
  await reader.click('button', 'Edit tags');
  await reader.fill('Name of the tag “later”', '稍后读');
  await reader.press('Enter');
  await reader.shows('“later” merged into “稍后读”');
  await reader.click('button', 'Undo');
  await reader.find('textbox', 'Name of the tag “later”');
});

scenario('a rule is tried, saved, and carried out on arrival', async ({ browser, server, ...world }) => {
  const feedId = await world.subscribe(server.feedUrl('heise-developer'));
  await world.badgeIs('15');
  const options = await browser.open('options.html#rules', wide);
  await options.click('button', 'New rule');
  await options.find('combobox', 'Part of the article');
  await options.page.select('.rule-line select', 'link');
  await options.fill('Text to compare with', 'http');
  await options.shows('Fits 15 of the newest 15 articles.');
  await options.page.select('fieldset:nth-of-type(2) .rule-line select', 'hide');
  await options.click('button', 'Save');
  await options.shows('The rule is saved.');
  await world.makeDue();
  server.addEntry('heise-developer');
  await browser.send('refresh', { feedIds: [feedId] });
  const reader = await browser.open('reader.html#/hidden', wide);
  await reader.articlesListed(1);
  await world.badgeIs('15');
});

/** A feed of so many articles. */
function many(count: number): string {
  const items = Array.from(
    { length: count },
    (_, i) => `<item><guid>n${i}</guid><title>News ${i}</title></item>`,
  );
  return `<rss version="2.0"><channel><title>Many</title>${items.join('')}</channel></rss>`;
}

interface WithBadge {
  chrome: {
    action: {
      getBadgeBackgroundColor(of: object): Promise<number[]>;
      getBadgeTextColor(of: object): Promise<number[]>;
    };
    storage: { local: { set(values: object): Promise<void> } };
  };
}

const badgeColours = () => {
  const { action } = (globalThis as unknown as WithBadge).chrome;
  return Promise.all([action.getBadgeBackgroundColor({}), action.getBadgeTextColor({})]);
};

/** How much lighter one colour is than another, as WCAG 2 defines it. */
function contrast(colours: readonly (readonly number[])[]): number {
  const light = colours.map(([red = 0, green = 0, blue = 0]) => {
    const [r = 0, g = 0, b = 0] = [red, green, blue]
      .map((one) => one / 255)
      .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  });
  return (Math.max(...light) + 0.05) / (Math.min(...light) + 0.05);
}

scenario(
  'the badge says a thousand in two signs, in every colour, and after all that may happen',
  async (world) => {
    const { browser, server, badgeIs } = world;
    server.addSite('many', many(1200), 'application/rss+xml');
    await world.subscribe(server.feedUrl('many'));
    await badgeIs('1k');
    const all = await browser.send('markAllRead', {});
    await badgeIs('');
    await browser.send('undo', { undoId: all.ok ? all.data.undoId : 0 });
    await badgeIs('1k');
    const popup = await browser.open('popup.html', { width: 400, height: 600 });
    const rows = await popup.articlesListed();
    await popup.close();
    await badgeIs('1k');
    await browser.send('markRead', { entryIds: rows.map(({ id }) => Number(id)), read: true });
    expect(await browser.badge()).toBe('1k');

    const desk = await world.desk();
    let before = '';
    for (const badgeColor of ['ink', 'blue', 'green', 'violet', 'grey', 'vermilion']) {
      await desk.evaluate(
        (settings) => (globalThis as unknown as WithBadge).chrome.storage.local.set({ settings }),
        { badgeColor },
      );
      const now = await desk.until(
        badgeColor,
        async (last) => {
          const { action } = (globalThis as unknown as WithBadge).chrome;
          const colour = (await action.getBadgeBackgroundColor({})).join();
          return colour === last ? '' : colour;
        },
        before,
      );
      before = now;
      expect(contrast(await desk.evaluate(badgeColours)), badgeColor).toBeGreaterThanOrEqual(4.5);
    }
    await browser.restart();
    await badgeIs('1k');
  },
);

scenario('the badge counts what is new since a page was opened', async ({ browser, server, ...world }) => {
  await world.subscribe(server.feedUrl('heise-developer'));
  const options = await browser.open('options.html#badge', wide);
  await options.click('button', 'New since I last looked');
  await world.badgeIs('15');
  await browser.open('popup.html');
  await world.badgeIs('');
  await world.makeDue();
  server.addEntry('heise-developer');
  await browser.send('refresh', {});
  await world.badgeIs('1');
});
