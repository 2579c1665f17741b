import type { BrowserName } from '../tools/browsers.mjs';
import { fillHeavy, openMany, openNext } from './heavy-articles';
import type { Note } from './measure';
import { extensionMegabytes } from './processes';
import { onStage } from './stage';

const light = 160;
/** What is held has come to rest when it has not fallen for so many looks, a quarter of a second apart. */
const steadyLooks = 12;

/** Megabytes once a collection is over: Firefox is asked for one and does not say when it has been. */
async function heldMegabytes(collect: () => Promise<void>): Promise<number> {
  await collect();
  let least = extensionMegabytes();
  for (let looks = 0; looks < steadyLooks; looks += 1) {
    await new Promise((done) => setTimeout(done, 250));
    const now = extensionMegabytes();
    if (now < least - 1) looks = 0;
    least = Math.min(least, now);
  }
  return least;
}

/** What a reader feels at articles that are heavy, and whether anything is left of hundreds that were opened. */
export async function benchHeavy(name: BrowserName, note: Note): Promise<void> {
  await onStage(name, { feeds: 1, entries: 1 }, async ({ browser, desk }) => {
    const titles = await desk.evaluate(fillHeavy, light);
    const page = await browser.open('reader.html#/all');
    await page.articlesListed();
    await page.page.bringToFront();
    for (const title of titles) {
      const opened = await page.evaluate(openNext);
      if (opened.title !== title) throw new Error(`"${opened.title}" was opened in place of "${title}"`);
      note({ name: `${title}: to its first frame`, value: opened.shown, unit: 'ms' });
      note({ name: `${title}: longest frame while it opens`, value: opened.longest, unit: 'ms' });
      note({ name: `${title}: longest frame while it is scrolled`, value: opened.scrolled, unit: 'ms' });
      await page.evaluate(openNext);
    }
    const memory = () => heldMegabytes(() => browser.collectGarbage());
    await page.evaluate(openMany, 10);
    const before = await memory();
    await page.evaluate(openMany, light - 10);
    const value = (await memory()) - before;
    note({ name: `memory more after ${2 * (light - 10)} articles were opened`, value, unit: 'MB' });
  });
}
