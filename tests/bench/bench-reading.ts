import type { ExtensionPage } from '../e2e/extension-page';
import type { BrowserName } from '../tools/browsers.mjs';
import { fillStore } from './fill-store';
import { median, type Note, quantile } from './measure';
import * as moves from './moves';
import * as steps from './reading-steps';
import { onStage, type Stage } from './stage';

const many = 100_000;
const presses = 200;

/** What a reader feels at 100,000 articles of which the newest have 10 kB. */
export async function benchReading(name: BrowserName, note: Note): Promise<void> {
  await onStage(name, { feeds: 500, entries: 1 }, async (stage) => {
    await stage.desk.evaluate(fillStore, { entries: many, everyRead: 3, bytesPerBody: 800 });
    const newest = { entries: 2000, everyRead: 3, bytesPerBody: 10_000, pictured: true };
    await stage.desk.evaluate(fillStore, newest);
    const page = await stage.browser.open('reader.html#/all');
    await page.articlesListed();
    await page.page.bringToFront();
    await page.evaluate(steps.openArticles, 3);
    const frames = await page.evaluate(steps.openArticles, 11);
    note({
      name: 'frames until an article of 10 kB is shown',
      value: median(frames),
      unit: 'frames',
      target: 2,
    });
    await holdJ(page, note);
    const { blank, rows } = await page.evaluate(steps.scrollOn, 10_000);
    note({
      name: `longest blank while ${rows} rows are scrolled in 10 s`,
      value: blank,
      unit: 'ms',
      target: 100,
    });
    await page.evaluate(steps.switchFeeds, 3);
    const waits = await page.evaluate(steps.switchFeeds, 12);
    note({ name: 'from feed to feed', value: median(waits), unit: 'ms', target: 50 });
    await listMoves(stage, page, note);
    await articleMoves(page, note);
  });
}

async function holdJ(page: ExtensionPage, note: Note): Promise<void> {
  const { frames, passed } = await page.evaluate(steps.holdKey, presses);
  const p95 = quantile(frames, 0.95);
  note({
    name: `j held over ${presses} articles, 95th percentile of a key`,
    value: p95,
    unit: 'ms',
    target: 50,
  });
  note({ name: `of those keys, dropped`, value: presses - passed, unit: 'keys', target: 0 });
}

/** While a list opens, its pictures come or fail, and a poll brings new articles to every feed. */
async function listMoves({ publish, refresh }: Stage, page: ExtensionPage, note: Note): Promise<void> {
  // another page between: what has come once has its size
  await page.go('icon/16.png');
  await page.go('reader.html#/all');
  await page.page.bringToFront();
  await page.evaluate(moves.watchMoves, 'article[data-entry-id], article[data-entry-id] > *');
  const isTold = await page.evaluate(steps.watchShifts);
  await page.articlesListed();
  const pictures = await page.evaluate(moves.picturesSettled, '.list-scroller .thumb img');
  if (pictures === 0) throw new Error('No pictures in the list');
  publish(3);
  await refresh();
  const most = await page.evaluate(moves.mostMoved);
  note({
    name: 'most that a row moves while pictures and articles arrive',
    value: most,
    unit: 'px',
    target: 0,
  });
  if (!isTold) return;
  const { sum, of } = await page.evaluate(steps.shiftsSoFar);
  const moved = of.length > 0 ? ` (${of.join('; ')})` : '';
  note({ name: `layout shift of the list meanwhile${moved}`, value: sum, unit: 'score', target: 0 });
}

const articles = [
  { rest: 0, by: 6, name: 'says its size and comes late', target: 0 },
  { rest: 4, by: 6, name: 'says its size and fails', target: 0 },
  { rest: 3, by: 6, name: 'has no size and comes late', target: 0 },
  { rest: 3, by: 6, name: 'has no size and comes late, opened again', target: 0 },
];

/** While the picture of an article comes or fails. */
async function articleMoves(page: ExtensionPage, note: Note): Promise<void> {
  await page.page.bringToFront();
  for (const { rest, by, name, ...target } of articles) {
    // another article is between two that are opened
    const other = await page.evaluate(moves.openArticleOf, 2, 3);
    await page.until('another article', moves.isArticleShown, other);
    await page.evaluate(moves.watchMoves, '[data-article-body] > p');
    const id = await page.evaluate(moves.openArticleOf, rest, by);
    await page.until('the article', moves.isArticleShown, id);
    const pictures = await page.evaluate(moves.picturesSettled, '[data-article-body] img');
    if (pictures !== (rest % 3 === 0 ? 1 : 0))
      throw new Error(`${pictures} pictures in an article that ${name}`);
    const value = await page.evaluate(moves.mostMoved);
    note({ name: `most that a text moves whose picture ${name}`, value, unit: 'px', ...target });
  }
}
