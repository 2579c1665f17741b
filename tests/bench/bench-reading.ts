import type { ExtensionPage } from '../e2e/extension-page';
import type { BrowserName } from '../tools/browsers.mjs';
import { fillStore } from './fill-store';
import { median, type Note, quantile } from './measure';
import * as steps from './reading-steps';
import { onStage, type Stage } from './stage';

const many = 100_000;
const presses = 200;

/** What a reader feels at 100,000 articles of which the newest have 10 kB. */
export async function benchReading(name: BrowserName, note: Note): Promise<void> {
  await onStage(name, { feeds: 500, entries: 1 }, async (stage) => {
    await stage.desk.evaluate(fillStore, { entries: many, everyRead: 3, bytesPerBody: 800 });
    await stage.desk.evaluate(fillStore, { entries: 2000, everyRead: 3, bytesPerBody: 10_000 });
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
    await layoutShifts(stage, page, note);
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

/** While a poll brings new articles to every feed, and their images come. */
async function layoutShifts({ publish, refresh }: Stage, page: ExtensionPage, note: Note): Promise<void> {
  await page.go('reader.html#/all');
  await page.articlesListed();
  if (!(await page.evaluate(steps.watchShifts))) return;
  publish(3);
  await refresh();
  const value = await page.evaluate(steps.shiftsSoFar);
  note({ name: 'layout shift of the list while articles arrive', value, unit: 'score', target: 0 });
}
