import type { BrowserName } from '../tools/browsers.mjs';
import { fetchFloor, insertFloor } from './floors';
import { readOn, stopReading } from './list-reads';
import { median, type Note, quantile } from './measure';
import { loadReads } from './page-script';
import { browserCpuSeconds, extensionMegabytes, peakMegabytes } from './processes';
import { onStage, type Stage } from './stage';

const feeds = 500;
const entries = 30;
const atOnce = 6;

/** First polls, each in a browser of its own; then polls of unchanged feeds, each after its floor. */
export async function benchPolls(name: BrowserName, note: Note, rounds: number): Promise<void> {
  const firsts: First[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await onStage(name, { feeds, entries }, async (stage) => {
      firsts.push(await firstPoll(stage));
      if (round < rounds - 1) return;
      noteFirsts(firsts, note);
      await unchangedPolls(stage, note, 2 * rounds);
      await readsBesidePoll(stage, note);
    });
  }
}

interface First {
  poll: number;
  fetched: number;
  inserted: number;
  peak: number;
  kept: number;
  held: number;
}

/** Its memory in MB when all has been freed that nothing holds. */
async function megabytesHeld({ browser }: Stage): Promise<number> {
  await browser.collectGarbage();
  // it is done beside other things
  await new Promise((done) => setTimeout(done, 2000));
  return extensionMegabytes();
}

/** The same feeds from other addresses: neither the store nor the browser's cache knows them from ours. */
function floorUrls({ urls }: Stage): string[] {
  return urls.map((url) => `${url}?floor`);
}

async function firstPoll(stage: Stage): Promise<First> {
  const before = await megabytesHeld(stage);
  const { most, result: poll } = await peakMegabytes(() => stage.refresh());
  // as it is found by somebody who looks
  await new Promise((done) => setTimeout(done, 3000));
  const kept = extensionMegabytes() - before;
  const held = (await megabytesHeld(stage)) - before;
  const fetched = (await stage.desk.evaluate(fetchFloor, floorUrls(stage), atOnce, false)).ms;
  const inserted = (await stage.desk.evaluate(insertFloor)).ms;
  return { poll, fetched, inserted, kept, held, peak: most - before };
}

function noteFirsts(firsts: readonly First[], note: Note): void {
  const middle = (key: keyof First) => median(firsts.map((first) => first[key]));
  const [fetched, inserted] = [middle('fetched'), middle('inserted')];
  note({
    name: `first poll of ${feeds} feeds x ${entries} (fetch ${fetched.toFixed()} + insert ${inserted.toFixed()})`,
    value: middle('poll'),
    unit: 'ms',
    floor: fetched + inserted,
    target: 1.2,
  });
  note({
    name: `memory of the background, 3 s after that poll`,
    value: middle('kept'),
    unit: 'MB',
    target: 60,
  });
  note({
    name: `memory of the background, held after a collection`,
    value: middle('held'),
    unit: 'MB',
    target: 60,
  });
  note({ name: `memory of the background, at most in that poll`, value: middle('peak'), unit: 'MB' });
}

async function unchangedPolls(stage: Stage, note: Note, rounds: number): Promise<void> {
  const polls: number[] = [];
  const floors: number[] = [];
  const cpu: number[] = [];
  await stage.refresh();
  for (let round = 0; round < rounds; round += 1) {
    floors.push((await stage.desk.evaluate(fetchFloor, floorUrls(stage), atOnce, true)).ms);
    const before = browserCpuSeconds();
    polls.push(await stage.refresh());
    cpu.push(browserCpuSeconds() - before);
  }
  note({
    name: `poll of ${feeds} unchanged feeds`,
    value: median(polls),
    unit: 'ms',
    floor: median(floors),
    target: 1.5,
  });
  note({
    name: 'CPU of the browser for 1,000 unchanged polls',
    value: (median(cpu) * 1000) / feeds,
    unit: 's',
  });
}

/** How much longer a list takes while half as many articles again come in as there are. */
async function readsBesidePoll({ desk, publish, refresh }: Stage, note: Note): Promise<void> {
  await loadReads(desk);
  // a page that nobody sees gets its turn once a second
  await desk.page.bringToFront();
  const quiet = await desk.evaluate(readOn, 3000);
  publish(entries + 15);
  const reading = desk.evaluate(readOn, 60_000);
  await refresh();
  await desk.evaluate(stopReading);
  const delay = quantile(await reading, 0.95) - median(quiet);
  note({ name: 'delay of a list by a poll, 95th percentile', value: delay, unit: 'ms', target: 50 });
}
