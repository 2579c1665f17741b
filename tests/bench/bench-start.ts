import type { BrowserName } from '../tools/browsers.mjs';
import { makeOverdue } from './feeds';
import { readOn } from './list-reads';
import { median, type Note, quantile } from './measure';
import { loadReads } from './page-script';
import { onStage } from './stage';

const feeds = 1000;
const second = 1000;
/** The half minute of quiet after a start, and three alarms. */
const watched = 125 * second;
/** As often as an alarm may come. */
const alarmEvery = 30 * second;

/** What is asked after a start with 1,000 feeds that a night has left overdue, and what a list waits meanwhile. */
export async function benchStart(name: BrowserName, note: Note): Promise<void> {
  await onStage(name, { feeds, entries: 10 }, async (stage) => {
    await loadReads(stage.desk);
    await stage.desk.page.bringToFront();
    const quiet = await stage.desk.evaluate(readOn, 3 * second);
    await stage.desk.evaluate(makeOverdue);
    for (const server of stage.servers) server.log.clear();
    await stage.restart();
    const startedAt = Date.now();
    await loadReads(stage.desk);
    await stage.desk.page.bringToFront();
    const reads = await stage.desk.evaluate(readOn, watched - (Date.now() - startedAt));
    const asked = stage.servers.map(({ log }) => log.exchanges.map(({ at }) => at));
    const times = asked.flat().sort((a, b) => a - b);
    const gaps = asked.flatMap((ats) => ats.slice(1).map((at, i) => at - (ats[i] ?? 0)));
    const tell = (what: string, value: number, unit: 'requests' | 'ms', target?: number) =>
      note({ name: `1,000 overdue feeds: ${what}`, value, unit, ...(target && { target }) });
    tell('asked in the first two minutes', times.length, 'requests', 150);
    tell('in the busiest half minute', mostWithin(times, alarmEvery), 'requests', 40);
    tell('in the busiest second', mostWithin(times, second), 'requests');
    tell('least time between two to one host', Math.min(...gaps), 'ms');
    tell('the first after the start', (times[0] ?? Number.NaN) - startedAt, 'ms');
    tell('delay of a list meanwhile, 95th percentile', quantile(reads, 0.95) - median(quiet), 'ms', 50);
  });
}

/** The most of these times that lie within so many ms. */
function mostWithin(times: readonly number[], length: number): number {
  const counts = times.map((from) => times.filter((at) => at >= from && at < from + length).length);
  return Math.max(0, ...counts);
}
