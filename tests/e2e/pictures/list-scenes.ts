import { changeFeedTimes } from '../feed-times';
import { inTurn, listed, pressed, pressedOn, rowMenu, seen, swiping } from './doings';
import type { Look, Scene } from './scene';

const at = (stage: Scene['stage'], name: string, hash: string, ...looks: Look[]): Scene => ({
  name: `list-${name}`,
  stage,
  path: `reader.html${hash}`,
  looks,
});

/** What rows can look like, and what is done with many at once. */
export const listScenes: readonly Scene[] = [
  {
    ...at('articles', 'odd', '#/all', '360-en-light', '360-zh_CN-dark', '1440-zh_TW-sepia'),
    height: 1500,
    before: listed,
  },
  {
    ...at('feeds', 'row-menu', '#/all', '1440-en-light', '360-zh_CN-black'),
    before: rowMenu('特朗普'),
  },
  {
    ...at('feeds', 'choosing', '#/all', '1440-en-light', '360-zh_CN-dark', '800-zh_TW-sepia', '360-en-light'),
    before: inTurn(listed, pressed('listTools'), pressed('chooseArticles'), async (page) => {
      for (const row of (await page.articlesListed()).slice(1, 4))
        await page.clickOn(`article[data-entry-id="${row.id}"] h2`);
    }),
  },
  {
    ...at('feeds', 'choosing-tags', '#/all', '1440-zh_TW-dark', '360-en-sepia'),
    before: inTurn(listed, pressed('listTools'), pressed('chooseArticles'), async (page, { words }) => {
      const [row] = await page.articlesListed();
      await page.clickOn(`article[data-entry-id="${row?.id}"] h2`);
      await page.click('button', words('chosenTags'));
    }),
  },
  {
    ...at('feeds', 'arrived', '#/all', '1440-en-light', '360-zh_CN-dark'),
    before: inTurn(listed, async (page, { browser, server }) => {
      await page.evaluate(() => document.querySelector('.list-scroller')?.scrollTo(0, 400));
      for (const title of ['山区新路通车', '沿海渔汛提前', '老桥今起限行'])
        server.addEntry('feedx-voachinese', { title, html: `<p>${title}。</p>` });
      await page.evaluate(changeFeedTimes, false);
      await browser.send('refresh', {});
      await page.until('the pill', () => document.querySelector('.new-pill') !== null);
    }),
  },
  { ...at('feeds', 'swipe-right', '#/all', '360-en-light', '360-zh_CN-dark'), ...swiping(110) },
  { ...at('feeds', 'swipe-left', '#/all', '360-en-black', '360-zh_TW-sepia'), ...swiping(-110) },
  { ...at('feeds', 'swipe-begun', '#/all', '360-zh_CN-light'), ...swiping(60) },
  {
    ...at('many', 'far-down', '#/all', '800-en-black', '360-zh_TW-light'),
    before: inTurn(listed, async (page) => {
      await page.evaluate(() => document.querySelector('.list-scroller')?.scrollTo(0, 60_000));
    }),
  },
  {
    ...at('feeds', 'starred', '#/all', '360-en-light', '1440-zh_CN-sepia'),
    before: inTurn(listed, pressedOn('[data-star]'), seen('[data-star][aria-pressed="true"]')),
    after: pressedOn('[data-star][aria-pressed="true"]'),
  },
];
