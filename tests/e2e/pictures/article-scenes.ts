import { changeFeedTimes } from '../feed-times';
import { inTurn, leadTitle, opened, pressed, seen } from './doings';
import { editedWords } from './odd-feeds';
import type { Look, Scene } from './scene';

const article = (name: string, title: string, ...looks: Look[]): Scene => ({
  name: `article-${name}`,
  stage: 'articles',
  path: 'reader.html#/all',
  looks,
  before: opened(title),
});

const tall = { height: 2000 };

/** Scripts and elements that are hard to set. */
const contents: readonly Scene[] = [
  { ...article('chinese', '中华人民', '1440-en-light', '360-zh_CN-sepia'), height: 1600 },
  { ...article('taiwan', '端傳媒', '800-zh_TW-light', '360-zh_TW-black'), height: 1000 },
  article('long-words', 'Donau', '360-en-light', '800-zh_CN-dark'),
  article('address', 'https://www', '360-en-dark'),
  article('emoji', '🎉', '360-zh_CN-light'),
  article('right-to-left', 'رئيس', '800-en-light', '360-zh_TW-dark'),
  { ...article('elements', 'Tables', '800-en-light', '360-zh_CN-dark', '1440-zh_TW-sepia'), ...tall },
  article('ruby', '日本語', '360-en-light', '800-zh_TW-black'),
  article('untitled', 'A note without', '360-en-sepia', '800-zh_CN-light'),
];

const pictures: readonly Scene[] = [
  { ...article('pictures', 'A gallery of harbours', '800-en-light', '360-zh_CN-black'), height: 1200 },
  { ...article('pictures-lost', 'A gallery of lost', '800-en-sepia', '360-zh_TW-dark'), height: 1000 },
  {
    ...article('pictures-on-click', 'A gallery of harbours', '800-zh_CN-dark', '360-en-light'),
    settings: { images: 'click' },
    height: 1000,
  },
  {
    ...article('pictures-kept-only', 'A gallery of harbours', '800-zh_TW-light'),
    settings: { images: 'cached' },
    height: 1000,
  },
];

const texts: readonly Scene[] = [
  article('cut', '石桥完工', '800-en-light', '360-zh_TW-sepia'),
  {
    ...article('full-text', '石桥完工', '800-zh_CN-light', '360-en-dark'),
    before: async (page, { words }) => {
      await page.openArticle('石桥完工');
      await page.until('the note', () => document.querySelector('.note.full-text button') !== null);
      const isCut = await page.query('button', words('fullTextLoad'));
      if (isCut) await page.click('button', words('fullTextLoad'));
      await page.until('the text', () => document.body.innerText.includes('当地石匠用本山青石砌成'));
    },
  },
  {
    ...article('full-text-failed', '空白一页', '800-en-dark', '360-zh_CN-light'),
    before: inTurn(opened('空白一页'), pressed('fullTextLoad'), seen('.full-text[role="alert"]')),
  },
  {
    ...article('edited', leadTitle, '800-en-light', '360-zh_CN-dark', '1440-zh_TW-black'),
    before: async (page, { browser, server }) => {
      server.edit('feedx-voachinese', (text) => text.replace(editedWords.was, editedWords.is));
      await page.evaluate(changeFeedTimes, false);
      await browser.send('refresh', {});
      await page.go('reader.html#/edited');
      await page.openArticle(leadTitle);
      await page.clickOn('.edited summary');
      await page.until('the difference', () => document.querySelector('.difference') !== null);
    },
  },
  {
    ...article('tagging', leadTitle, '800-zh_TW-sepia', '360-en-light'),
    before: inTurn(opened(leadTitle), pressed('addTag')),
  },
  {
    ...article('hiding', leadTitle, '800-en-dark', '360-zh_CN-light'),
    before: inTurn(opened(leadTitle), pressed('moreTools'), pressed('hideBlock')),
  },
];

const tools: readonly Scene[] = [
  {
    ...article('menu', leadTitle, '360-en-light', '360-zh_TW-black', '1440-zh_CN-dark'),
    before: inTurn(opened(leadTitle), pressed('moreTools'), seen(':popover-open .menu-item')),
  },
  {
    ...article('looks-panel', leadTitle, '360-zh_CN-dark', '800-en-light', '1440-zh_TW-sepia'),
    before: inTurn(opened(leadTitle), pressed('readingPanel')),
  },
  {
    ...article('kai', leadTitle, '360-zh_CN-sepia', '800-zh_TW-dark'),
    settings: { articleFace: 'kai', lineSpacing: 'loose' },
  },
  {
    ...article('sans', '中华人民', '800-zh_CN-black'),
    settings: { articleFace: 'sans', articleWidth: 'wide' },
  },
  {
    ...article('print', leadTitle, '800-en-light', '800-zh_TW-dark'),
    height: 1100,
    before: inTurn(opened(leadTitle), (page) => page.page.emulateMediaType('print')),
  },
  {
    ...article('end', leadTitle, '800-en-light', '360-zh_CN-dark'),
    before: inTurn(opened(leadTitle), async (page) => {
      await page.evaluate(() => document.querySelector('.article-scroller')?.scrollTo(0, 1e6));
    }),
  },
];

/** Last: copies are found some time after they came. */
const alsoIn: Scene = {
  name: 'list-also-in',
  stage: 'articles',
  path: 'reader.html#/feed/1',
  looks: ['360-zh_CN-light', '800-en-dark', '1440-zh_TW-black'],
  before: seen('.also-in'),
};

/** An article, its parts and its tools. */
export const articleScenes: readonly Scene[] = [...contents, ...pictures, ...texts, ...tools, alsoIn];
