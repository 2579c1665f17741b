import { expect } from 'vitest';
import type { WithExtensionApi } from './extension-api';
import type { ExtensionPage, Size } from './extension-page';
import { stumblesIn } from './keyboard-walk';
import { lost } from './reflow';
import { popupSize, scenario, type World } from './scenario';

const article = '特朗普宣誓就职';
const sections = ['feeds', 'feed/1', 'reading', 'images', 'badge', 'archive', 'backup'];
const desktop = { width: 1280, height: 800 };

async function openSection({ browser }: World, section: string, size: Size): Promise<ExtensionPage> {
  const page = await browser.open(`options.html#${section}`, size);
  await page.until(
    'the section',
    () =>
      document.querySelector('.options-column h1') &&
      document.querySelector('.settings-search input') !== null,
  );
  return page;
}

async function fill({ browser, server, subscribe, desk }: World): Promise<void> {
  await subscribe(server.feedUrl('feedx-voachinese'));
  await subscribe(server.feedUrl('adactio'));
  const quiet = await desk();
  // every page shows the same articles, whoever opened them before
  await quiet.evaluate(async () => {
    const { chrome } = globalThis as unknown as WithExtensionApi;
    await chrome.storage.local.set({ settings: { markReadOnOpen: false } });
  });
  await quiet.close();
  const popup = await browser.open('popup.html', popupSize);
  await popup.articlesListed();
  await popup.close();
}

/** Opens one screen after the other and gives each to `look`. */
async function eachScreen(
  world: World,
  shown: readonly string[],
  look: (page: ExtensionPage, name: string) => Promise<void>,
): Promise<void> {
  const screens = [
    ['popup', 'popup.html', popupSize],
    ['reader', 'reader.html#/all', desktop],
  ] as const;
  for (const [name, path, size] of screens) {
    const page = await world.browser.open(path, size);
    await page.articlesListed();
    await look(page, `${name}, list`);
    await page.openArticle(article);
    await look(page, `${name}, article`);
    await page.close();
  }
  for (const section of shown) {
    const page = await openSection(world, section, desktop);
    await look(page, section);
    await page.close();
  }
}

const focusIs = (page: ExtensionPage, what: string, selector: string) =>
  page.until(
    `the keyboard in ${what}`,
    (wanted) => document.activeElement?.closest(wanted) != null,
    selector,
  );

/** A panel in which there is nothing to press. */
const words = '.search .popover:popover-open';

/** Opens what a button opens with Enter, as who came to it by keyboard does; it takes the keyboard, and gives it back. */
async function throughPanel(page: ExtensionPage, name: string, within: string): Promise<void> {
  const button = await page.find('button', name);
  await button.focus();
  await page.press('Enter');
  await focusIs(page, name, within);
  if (within !== words) {
    await page.until(
      'what is in it',
      (panel) => document.querySelector(`${panel} :is(button, input, select)`) !== null,
      within,
    );
    await page.page.keyboard.press('Tab');
    await focusIs(page, `${name} still`, within);
  }
  await page.press('Escape');
  await page.until(
    `${name} closed, and its button again`,
    (panel, label) =>
      document.querySelector(panel) === null && document.activeElement?.getAttribute('aria-label') === label,
    within,
    name,
  );
}

const outlined = () =>
  [...document.querySelectorAll('dialog *')].filter(
    (one) => getComputedStyle(one).outlineStyle !== 'none' && one.matches(':focus'),
  ).length;

/** All keys at once: the dialog is read from its top, and shows where the keyboard is once that is on its button. */
async function throughKeys(page: ExtensionPage): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>('[role=feed] [tabindex="0"]')?.focus());
  await page.press('?');
  // the browser itself keeps the keyboard in a modal dialog, or in its own toolbars
  await focusIs(page, 'the dialog of keys', 'dialog.keys-dialog:modal');
  expect(await page.evaluate(outlined)).toBe(0);
  await page.page.keyboard.press('Tab');
  await focusIs(page, 'its button', 'dialog.keys-dialog button');
  expect(await page.evaluate(outlined)).toBe(1);
  await page.press('Escape');
  await focusIs(page, 'the list again', '[role=feed]');
}

/** What opens over a page takes the keyboard, keeps it, and gives it back. */
async function openAndLeave(world: World): Promise<void> {
  const page = await world.browser.open('reader.html#/all', desktop);
  await page.openArticle(article);
  // the way on is walked in every state by accessible.test
  expect(await stumblesIn(page, 'back')).toEqual([]);
  await throughKeys(page);
  await throughPanel(page, 'How articles look', '.reading-panel:popover-open');
  await throughPanel(page, 'More', '.menu:popover-open');
  await throughPanel(page, 'More for this list', '.menu:popover-open');
  await throughPanel(page, 'Rename or move “Adactio: Journal”', 'dialog.node-dialog');

  // a menu's item is pressed by keyboard too, and what it opens takes the keyboard in its turn
  await (await page.find('button', 'More for this list')).focus();
  await page.press('Enter');
  await focusIs(page, 'the first item', '.menu-item:first-child');
  await page.page.keyboard.press('Tab');
  await page.press('Enter');
  await focusIs(page, 'the dialog of exports', 'dialog.export-dialog');
  await page.press('Escape');
  await page.until('the page again', () => document.querySelector('dialog[open]') === null);

  await page.page.keyboard.press('/');
  await focusIs(page, 'the box to search', '.search-box input');
  await page.page.keyboard.press('a');
  await throughPanel(page, 'How to search', words);
  await page.close();
}

scenario(
  'what opens takes the keyboard, and gives it back; Shift and Tab lead back as they came',
  async (world) => {
    await fill(world);
    await openAndLeave(world);
  },
);

/** 1280 px at 200 and 400 %, and 360 px at 200 %; popups are no larger than the browser makes them. */
const enlarged = [
  { page: { width: 640, height: 400 }, popup: { width: 400, height: 300 } },
  { page: { width: 320, height: 256 }, popup: { width: 320, height: 256 } },
  { page: { width: 180, height: 370 }, popup: { width: 200, height: 300 } },
];

scenario('nothing is lost and nothing has to be moved sideways when pages are enlarged', async (world) => {
  await fill(world);
  const wrong: string[] = [];
  await eachScreen(world, sections, async (page, name) => {
    for (const sizes of enlarged) {
      const size = name.startsWith('popup') ? sizes.popup : sizes.page;
      await page.resize(size);
      await page.until('the size', (width) => innerWidth === width, size.width);
      wrong.push(...(await lost(page)).map((one) => `${name} at ${size.width}: ${one}`));
    }
  });
  expect(wrong).toEqual([]);
});

/** What moves by itself or slides from one state into the other. */
function moving(): string[] {
  const lasts = (times: string) => times.split(',').some((time) => Number.parseFloat(time) > 0.05);
  return [...document.querySelectorAll('*')].flatMap((one) => {
    const style = getComputedStyle(one);
    const slides = style.transitionProperty !== 'none' && lasts(style.transitionDuration);
    const runs = style.animationName !== 'none' && lasts(style.animationDuration);
    return slides || runs || style.scrollBehavior === 'smooth' ? [`${one.tagName}.${one.className}`] : [];
  });
}

interface Marks {
  color: string;
  weight: string;
  border: string;
  background: string;
}

/** How elements look to a reader whose colours are few. */
function marksOf(selector: string): Marks[] {
  return [...document.querySelectorAll(selector)].map((one) => {
    const { color, fontWeight, borderInlineStartWidth, borderInlineStartStyle, backgroundColor } =
      getComputedStyle(one);
    const border = `${borderInlineStartStyle} ${borderInlineStartWidth}`;
    return { color, weight: fontWeight, border, background: backgroundColor };
  });
}

async function differ(page: ExtensionPage, one: string, other: string): Promise<void> {
  const [[chosen], [usual]] = [await page.evaluate(marksOf, one), await page.evaluate(marksOf, other)];
  if (!chosen || !usual) throw new Error(`${one} or ${other} is not there`);
  const more = chosen.weight !== usual.weight || chosen.border !== usual.border;
  expect(more, `${one} differs by more than its colours`).toBe(true);
}

/** What is chosen, where the reader is and what is unread, without shades. */
async function showsInFewColours(reader: ExtensionPage): Promise<void> {
  expect(await reader.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  await differ(reader, '.row[aria-current]', '.row:not([aria-current])');
  await differ(reader, '.place[aria-current]', 'a.place:not([aria-current])');
  const dot = await reader.evaluate(() => {
    const { backgroundColor } = getComputedStyle(
      document.querySelector('.row.unread > .meta') ?? document.body,
      '::before',
    );
    return { dot: backgroundColor, paper: getComputedStyle(document.body).backgroundColor };
  });
  expect(dot.dot).not.toBe(dot.paper);
  expect(dot.dot).not.toBe('rgba(0, 0, 0, 0)');
}

/** The section that is open looks as what is chosen does, not in a shade of ours. */
async function placeIsChosen(options: ExtensionPage): Promise<void> {
  const looks = async () => {
    const [place] = await options.evaluate(marksOf, '.place[aria-current]');
    const [chosen] = await options.evaluate(marksOf, '.segments [aria-pressed="true"]');
    return [place?.color === chosen?.color, place?.background === chosen?.background];
  };
  // colours slide into each other
  await expect.poll(looks).toEqual([true, true]);
}

scenario(
  'little motion and few colours are enough in Firefox',
  async (world) => {
    await fill(world);
    const still: string[] = [];
    await eachScreen(world, ['reading/theme'], async (page, name) => {
      expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
      still.push(...(await page.evaluate(moving)).map((one) => `${name}: ${one}`));
      if (name === 'reader, article') await showsInFewColours(page);
      if (name === 'reading/theme') {
        await differ(page, '.segments [aria-pressed="true"]', '.segments [aria-pressed="false"]');
        await placeIsChosen(page);
        expect(await stumblesIn(page, 'on')).toEqual([]);
      }
    });
    expect(still).toEqual([]);
  },
  { only: 'firefox', plain: true },
);

scenario(
  'little motion and few colours are enough',
  async (world) => {
    await fill(world);
    const still: string[] = [];
    let moves = 0;
    await eachScreen(world, ['reading/theme'], async ({ page }, name) => {
      moves += (await page.evaluate(moving)).length;
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      still.push(...(await page.evaluate(moving)).map((one) => `${name}: ${one}`));
    });
    expect(still).toEqual([]);
    expect(moves, 'what moves otherwise').toBeGreaterThan(0);

    const reader = await world.browser.open('reader.html#/all', desktop);
    await reader.openArticle(article);
    const tools = await reader.page.createCDPSession();
    await tools.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    await showsInFewColours(reader);
    await reader.close();

    const options = await openSection(world, 'reading', desktop);
    const colours = await options.page.createCDPSession();
    await colours.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    await differ(options, '.segments [aria-pressed="true"]', '.segments [aria-pressed="false"]');
    await differ(options, '.place[aria-current]', 'a.place:not([aria-current])');
    await placeIsChosen(options);
    expect(await stumblesIn(options, 'on')).toEqual([]);
    await options.close();
  },
  // only Chromium's driver changes these two
  { only: 'chromium' },
);
