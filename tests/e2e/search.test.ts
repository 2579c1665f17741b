import { expect } from 'vitest';
import type { ExtensionPage } from './extension-page';
import { popupSize, scenario } from './scenario';

const titles = async (page: ExtensionPage) => (await page.articles()).map(({ name }) => name);

/** Whether the browser has marked something on the page, and this text alone. */
function marksOnly(text: string): boolean {
  const marks = [...(CSS.highlights.get('found') ?? [])].map((found) => {
    const range = new Range();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    return range.toString().toLowerCase();
  });
  return marks.length > 0 && marks.every((mark) => mark === text);
}

scenario(
  'search as one types, in both scripts, and read what was found',
  async ({ browser, server, ...world }) => {
    await world.subscribe(server.feedUrl('feedx-voachinese'));
    await world.subscribe(server.feedUrl('adactio'));
    const popup = await browser.open('popup.html', popupSize);
    await popup.articlesListed();
    await popup.page.bringToFront();
    await popup.page.keyboard.press('/');
    await popup.shows('One Chinese character is enough');
    const box = 'input[type=search]';
    await popup.until(
      'the box to have the keyboard',
      (at) => document.activeElement?.matches(at) ?? false,
      box,
    );
    await popup.page.keyboard.type('feed:adactio web');
    // a list of the first letters may be there before
    await popup.until('marks', marksOnly, 'web');
    // the index follows what arrived by itself
    await popup.page.$eval(box, (input) => (input as HTMLInputElement).select());
    await popup.page.keyboard.type('習近平');
    const found = await popup.until('articles in simplified Chinese', () => {
      const rows = [...document.querySelectorAll('[role="feed"] article')];
      return rows.length > 0 && rows.every((row) => row.textContent?.includes('习近平')) ? rows.length : 0;
    });
    expect(found).toBeGreaterThan(0);
    await popup.until('marks', marksOnly, '习近平');
    const [first] = await titles(popup);
    await popup.press('Enter');
    await popup.page.keyboard.press('o');
    await popup.find('heading', first ?? '');
    await popup.press('Escape');
    await popup.press('Escape');
    await popup.until('the list of before', () => document.querySelector('input[type=search]') === null);
  },
);

scenario('nothing found, and what was not understood, are said', async ({ browser, server, subscribe }) => {
  await subscribe(server.feedUrl('adactio'));
  const reader = await browser.open(`reader.html#/search/${encodeURIComponent('qwertyuiop is:odd')}`);
  await reader.shows('Nothing found');
  await reader.shows('Not understood and left out: is:odd');
});
