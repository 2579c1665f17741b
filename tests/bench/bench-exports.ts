import type { ExtensionPage } from '../e2e/extension-page';
import { poll } from '../e2e/extension-page';
import type { BrowserName } from '../tools/browsers.mjs';
import { fillPictures } from './fill-pictures';
import { fillStore } from './fill-store';
import { type Note, timed } from './measure';
import { extensionMegabytes, peakMegabytes } from './processes';
import { onStage } from './stage';

const articles = 10_000;
const formats = ['record', 'page', 'epub', 'markdown'];
/** Of memory that 10,000 articles may take on their way out. */
const mostMegabytes = 300;

/** What it takes to write 10,000 articles out, every fifth with a picture of 60 kB. */
export async function benchExports(name: BrowserName, note: Note): Promise<void> {
  await onStage(name, { feeds: 20, entries: 1 }, async ({ desk, browser }) => {
    await desk.evaluate(fillStore, { entries: articles, everyRead: 2, bytesPerBody: 4000 });
    await desk.evaluate(fillPictures, { count: 500, bytes: 60_000, every: 5 });
    for (const format of formats) {
      const page = await browser.open('options.html#archive');
      await page.evaluate(catchDownload);
      await page.find('button', 'Export articles');
      const before = extensionMegabytes();
      const { most, result } = await peakMegabytes(() => timed(() => exported(page, format)));
      const size = `${format}, ${Math.round(result.result / 1e6)} MB`;
      note({ name: `export of 10,000 (${size}), a thousand`, value: result.ms / 10, unit: 'ms' });
      const value = Math.max(0, most - before);
      note({ name: `memory it takes (${format})`, value, unit: 'MB', target: mostMegabytes });
      await page.close();
    }
  });
}

/** Bytes of the file. */
async function exported(page: ExtensionPage, format: string): Promise<number> {
  await page.evaluate((wanted) => {
    const select = document.querySelector<HTMLSelectElement>(`select:has(option[value="${wanted}"])`);
    if (!select) throw new Error('No choice of formats');
    select.value = wanted;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, format);
  await page.click('button', 'Export articles');
  const size = await poll(() => page.evaluate(() => (globalThis as unknown as Caught).caught), 200_000);
  if (!size) throw new Error(`The export of ${format} gave no file`);
  return size;
}

interface Caught {
  caught?: number;
}

/** Runs in the page: notes how large the file is that it offers, and lets it go. */
function catchDownload(): void {
  const make = URL.createObjectURL.bind(URL);
  const sizes = new Map<string, number>();
  URL.createObjectURL = (blob: Blob) => {
    const url = make(blob);
    sizes.set(url, blob.size);
    return url;
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    (globalThis as unknown as Caught).caught = sizes.get(this.href) ?? 0;
  };
}
