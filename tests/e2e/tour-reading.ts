import { type ExtensionPage, poll } from './extension-page';
import { popupSize } from './scenario';
import type { Stretch, Words } from './tour';

const popover = '.popover:popover-open';
const listed = '[role=feed]:not([aria-busy=true]) article[data-entry-id]';

const press = (key: string) => (page: ExtensionPage) => page.page.keyboard.press(key as 'j');
const click =
  (key: string, ...gaps: string[]) =>
  (page: ExtensionPage, words: Words) =>
    page.click('button', words(key, ...gaps));
const clickOn = (selector: string) => (page: ExtensionPage) => page.clickOn(selector);
const type = (text: string) => (page: ExtensionPage) => page.page.keyboard.type(text);

const isOver = () => document.querySelector('dialog:modal, :popover-open') !== null;

/** Closes what lies over the page. */
async function leave(page: ExtensionPage): Promise<void> {
  const isGone = async () => {
    if (await page.evaluate(isOver)) await page.page.keyboard.press('Escape');
    return !(await page.evaluate(isOver));
  };
  if (!(await poll(isGone))) throw new Error('What lies over the page does not go');
}

/** The menu key on the article that the keyboard is at. */
const askForMenu = (page: ExtensionPage) =>
  page.until('the menu of a row', () => {
    const row = document.querySelector('[role=feed] article');
    row?.dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 90, clientY: 200 }),
    );
    return document.querySelector('.menu:popover-open') !== null;
  });

/** One thing after the other. */
const then =
  (...acts: ((page: ExtensionPage, words: Words) => Promise<unknown>)[]) =>
  async (page: ExtensionPage, words: Words) => {
    for (const act of acts) await act(page, words);
  };

const openArticle = (title: string) => (page: ExtensionPage) => page.openArticle(title);

/** Before anything is subscribed to. */
export const emptyReading: readonly Stretch[] = [
  {
    path: 'popup.html',
    size: popupSize,
    stops: [
      { name: 'popup: first run', sees: '.state' },
      { name: 'popup: a page that is no web page', by: click('subscribeToSite'), sees: '.page-site .state' },
    ],
  },
  {
    path: 'reader.html',
    size: { width: 1280, height: 800 },
    stops: [
      { name: 'reader: first run', sees: '.state' },
      { name: 'reader: nothing under a view', at: '#/starred', sees: '.state' },
    ],
  },
];

const popup: Stretch = {
  path: 'popup.html',
  size: popupSize,
  stops: [
    { name: 'popup: list', sees: listed },
    { name: 'popup: keys', by: press('?'), sees: 'dialog:modal dl', part: 'dialog' },
    {
      name: 'popup: menu of a row',
      by: then(leave, askForMenu),
      isFleeting: true,
      sees: '.menu:popover-open',
      part: '.menu:popover-open',
    },
    {
      name: 'popup: search',
      by: then(leave, press('/')),
      sees: '.list-scroller .search-help',
    },
    {
      name: 'popup: found',
      by: then(leave, clickOn('.search-box input'), type('harbour')),
      sees: listed,
    },
    { name: 'popup: how to search', by: click('searchHelp'), sees: popover, part: popover },
    {
      name: 'popup: nothing found',
      by: then(leave, clickOn('.search-box input'), type('xyzzy')),
      sees: '.state',
    },
    {
      name: 'popup: marked, with undo',
      by: then(press('Escape'), click('markAllRead')),
      sees: '.toast button',
    },
    { name: 'popup: list again', by: click('undo'), sees: listed },
    { name: 'popup: article', by: openArticle('Everything'), sees: '[data-article-body] table' },
    { name: 'popup: looks', by: click('readingPanel'), sees: `${popover} [aria-pressed]`, part: popover },
    {
      name: 'popup: menu of an article',
      by: then(leave, click('moreTools')),
      sees: popover,
      part: popover,
    },
  ],
};

const reader: Stretch = {
  path: 'reader.html#/all',
  size: { width: 1280, height: 800 },
  stops: [
    { name: 'reader: list', sees: listed },
    {
      name: 'reader: article with everything',
      by: openArticle('Everything'),
      sees: '[data-article-body] table',
    },
    { name: 'reader: looks', by: click('readingPanel'), sees: `${popover} [aria-pressed]`, part: popover },
    {
      name: 'reader: keys',
      by: then(leave, press('?')),
      sees: 'dialog:modal dl',
      part: 'dialog',
    },
    {
      name: 'reader: feed or folder',
      by: then(leave, click('arrangeNamed', 'News 新闻')),
      sees: 'dialog:modal .node-form',
      part: 'dialog',
    },
    {
      name: 'reader: selecting articles',
      by: then(leave, press('x')),
      sees: '.chosen-count',
    },
    {
      name: 'reader: tags of the selected',
      by: click('chosenTags'),
      sees: `${popover} input`,
      part: popover,
    },
    {
      name: 'reader: export',
      by: then(leave, click('exportArticles')),
      sees: 'dialog:modal form',
      part: 'dialog',
    },
    {
      name: 'reader: editing tags',
      by: then(leave, press('Escape'), click('editTags')),
      sees: '.nav-pane input',
      part: '.nav-pane',
    },
    {
      name: 'reader: editing searches',
      by: click('editSearches'),
      sees: '.nav-pane input',
      part: '.nav-pane',
    },
    { name: 'reader: a failing feed', at: '#/feed/1', sees: '.problem-note' },
    { name: 'reader: found', at: '#/search/harbour', sees: listed },
    { name: 'reader: nothing found', at: '#/search/xyzzy', sees: '.state' },
    {
      name: 'reader: right to left',
      at: '#/all',
      by: openArticle('القاهرة'),
      // its words begin at the right, whatever the page's own do
      sees: 'body:has(.row h2:dir(rtl)):has(#article-title:dir(rtl)) [data-article-body]:dir(rtl)',
    },
    {
      name: 'reader: a recording',
      by: openArticle('evening of radio'),
      sees: '.enclosures, [data-article-body]',
    },
    {
      name: 'reader: queue',
      by: then(click('addToQueue'), (page, words) => page.click('button', `${words('queueTitle')} 1`)),
      sees: `${popover} .queue-list`,
    },
    {
      name: 'reader: read aloud',
      // while a voice speaks, the bar and its buttons come and go by themselves
      isFleeting: true,
      by: then(leave, click('readAloud')),
      sees: 'section.listening',
    },
    {
      name: 'reader: offline',
      isFleeting: true,
      by: (page) => page.evaluate(() => dispatchEvent(new Event('offline'))),
      sees: '.banner',
      part: '.banner',
    },
  ],
};

const narrow: Stretch = {
  path: 'reader.html#/all',
  size: { width: 360, height: 740 },
  stops: [
    { name: 'narrow: list', sees: listed },
    { name: 'narrow: subscriptions', by: click('subscriptions'), sees: '.nav-pane a', part: '.nav-pane' },
    {
      name: 'narrow: article',
      by: then(press('Escape'), openArticle('Everything')),
      sees: '[data-article-body] table',
    },
  ],
};

const panel: Stretch = {
  path: 'sidepanel.html#/all',
  size: { width: 320, height: 800 },
  stops: [
    { name: 'side panel: list', sees: listed },
    { name: 'side panel: article', by: openArticle('Everything'), sees: '[data-article-body] table' },
  ],
};

/** With feeds. */
export const reading: readonly Stretch[] = [popup, reader, narrow, panel];
