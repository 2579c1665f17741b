import type { BrowserName } from '../tools/browsers.mjs';
import { fillStore } from './fill-store';
import { countReads, listReads, unreadListed } from './list-reads';
import { median, type Note, timed } from './measure';
import { loadReads } from './page-script';
import { onStage, type Stage } from './stage';

const feeds = 500;
const few = 1000;
const many = 100_000;

/** Lists, counters and mark-all at 1,000 and at 100,000 articles, half of them unread. */
export async function benchLists(name: BrowserName, note: Note): Promise<void> {
  await onStage(name, { feeds, entries: 1 }, async (stage) => {
    await loadReads(stage.desk);
    const filling = { everyRead: 2, bytesPerBody: 800 };
    await stage.desk.evaluate(fillStore, { ...filling, entries: few });
    const small = await reads(stage);
    const smallMark = await markAll(stage);
    await stage.desk.evaluate(fillStore, { ...filling, entries: many });
    const large = await reads(stage);
    const counted = large.list.floor;
    note({
      name: `list of 50 newest unread at ${many} articles (bare read of 50 rows)`,
      ...of(large.list.ours, counted),
      target: 2,
    });
    note({
      name: `list of 50 newest unread at ${many} articles (the same at ${few}; bare reads ${ofBare(large, small)})`,
      ...of(large.list.ours, small.list.ours),
      target: 1.5,
    });
    note({
      name: `number for the badge at ${many} articles (the same at ${few})`,
      ...of(large.badge, small.badge),
    });
    note({
      name: `counts of ${feeds} feeds at ${many} articles (the same at ${few})`,
      ...of(large.counts, small.counts),
    });
    const mark = await markAll(stage);
    note({ name: `mark all of ${many / 2} read, answered (of ${few / 2})`, ...of(mark, smallMark) });
  });
}

function of(value: number, floor: number) {
  return { value, floor, unit: 'ms' as const };
}

type Reads = Awaited<ReturnType<typeof reads>>;

/** What of that is the browser's own. */
function ofBare(large: Reads, small: Reads): string {
  return `${(large.list.floor / small.list.floor).toFixed(2)} x`;
}

async function reads({ desk }: Stage) {
  // a page that nobody sees gets its turn once a second
  await desk.page.bringToFront();
  await desk.evaluate(listReads, 5);
  const { ours, floor } = await desk.evaluate(listReads, 40);
  const counts = await desk.evaluate(countReads, 20);
  return { list: { ours: median(ours), floor: median(floor) }, ...counts };
}

/** Milliseconds until the reader is answered; lists say so then. */
async function markAll({ browser, desk }: Stage): Promise<number> {
  const { ms, result } = await timed(() => browser.send('markAllRead', {}));
  if (!result.ok || result.data.changed === 0) throw new Error(`Not marked: ${JSON.stringify(result)}`);
  const left = await desk.evaluate(unreadListed);
  if (left > 0) throw new Error(`${left} are unread after all were marked`);
  return ms;
}
