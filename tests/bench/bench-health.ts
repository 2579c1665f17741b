import { launchBrowser } from '../e2e/browser';
import { healthStage, putStage } from '../e2e/health-stage';
import type { BrowserName } from '../tools/browsers.mjs';
import { median, type Note } from './measure';
import { extensionMegabytes } from './processes';

const feeds = 1000;

/** How long the page of all feeds' health takes with a thousand of them: to show, and to sort by each column. */
export async function benchHealth(name: BrowserName, note: Note, rounds: number): Promise<void> {
  const browser = await launchBrowser(name);
  try {
    await putStage(await browser.open('icon/16.png'), healthStage(Date.now(), feeds));
    // what it took to put them there is no memory of the page
    await browser.restart();
    await browser.open('icon/16.png');
    const before = extensionMegabytes();
    const page = await browser.open('options.html#feeds');
    await page.page.bringToFront();
    const shown: number[] = [];
    const sorted: number[] = [];
    for (let round = 0; round < 3 * rounds; round += 1) {
      const times = await page.evaluate(showAndSort, feeds);
      shown.push(times.shown);
      sorted.push(...times.sorted);
    }
    note({ name: `health of ${feeds} feeds, from another section`, value: median(shown), unit: 'ms' });
    note({ name: `health of ${feeds} feeds sorted by a column, median`, value: median(sorted), unit: 'ms' });
    note({
      name: `health of ${feeds} feeds sorted by a column, the slowest`,
      value: Math.max(...sorted),
      unit: 'ms',
    });
    note({ name: 'memory of that page', value: extensionMegabytes() - before, unit: 'MB' });
  } finally {
    await browser.close();
  }
}

/** Runs in the options page: goes to its health section, sorts by each column, and goes back. Milliseconds until it is painted. */
async function showAndSort(feeds: number): Promise<{ shown: number; sorted: number[] }> {
  const until = (is: () => boolean) =>
    new Promise<void>((done) => {
      const watcher = new MutationObserver(() => check());
      const check = () => {
        if (!is()) return;
        watcher.disconnect();
        requestAnimationFrame(() => setTimeout(done));
      };
      watcher.observe(document, { childList: true, subtree: true, attributes: true });
      check();
    });
  const taken = async (act: () => void, is: () => boolean) => {
    const start = performance.now();
    act();
    await until(is);
    return performance.now() - start;
  };
  const table = () => document.querySelector('.health-table');
  const isWhole = () =>
    table()?.getAttribute('aria-rowcount') === `${feeds + 1}` &&
    document.querySelectorAll('.health-row').length > 5;
  const shown = await taken(() => {
    location.hash = '#health';
  }, isWhole);
  const sorted: number[] = [];
  for (const button of document.querySelectorAll<HTMLElement>('.health-head button')) {
    const column = button.closest('th');
    const way = column?.getAttribute('aria-sort');
    const isSorted = () => column?.getAttribute('aria-sort') !== way && isWhole();
    sorted.push(await taken(() => button.click(), isSorted));
  }
  await taken(
    () => {
      location.hash = '#feeds';
    },
    () => table() === null,
  );
  return { shown, sorted };
}
