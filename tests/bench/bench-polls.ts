import type { BrowserName } from '../tools/browsers.mjs';
import { forgetArticles } from './feeds';
import { fetchFloor, insertFloor } from './floors';
import { median, type Note } from './measure';
import { browserCpuSeconds, memoryGrowth } from './processes';
import { onStage, type Stage } from './stage';

const feeds = 500;
const entries = 30;
const atOnce = 6;

/** First polls and polls of unchanged feeds, each after its floor, in turns. */
export async function benchPolls(name: BrowserName, note: Note, rounds: number): Promise<void> {
  await onStage(name, { feeds, entries }, async (stage) => {
    const growth = await memoryGrowth(() => stage.refresh());
    note({
      name: `memory growth over a first poll of ${feeds} feeds`,
      value: growth,
      unit: 'MB',
      target: 60,
    });
    await firstPolls(stage, note, rounds);
    await unchangedPolls(stage, note, 2 * rounds);
  });
}

/** The same feeds from other addresses: neither the store nor the browser's cache knows them from ours. */
function floorUrls({ urls }: Stage): string[] {
  return urls.map((url) => `${url}?floor`);
}

async function firstPolls(stage: Stage, note: Note, rounds: number): Promise<void> {
  const { desk, publish, refresh } = stage;
  const [polls, fetches, inserts]: number[][] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    publish(entries);
    await desk.evaluate(forgetArticles);
    fetches?.push((await desk.evaluate(fetchFloor, floorUrls(stage), atOnce, false)).ms);
    polls?.push(await refresh());
    inserts?.push((await desk.evaluate(insertFloor)).ms);
  }
  const floors = [median(fetches ?? []), median(inserts ?? [])];
  note({
    name: `first poll of ${feeds} feeds x ${entries} (fetch ${floors[0]?.toFixed()} + insert ${floors[1]?.toFixed()})`,
    value: median(polls ?? []),
    unit: 'ms',
    floor: (floors[0] ?? 0) + (floors[1] ?? 0),
    target: 1.2,
  });
}

async function unchangedPolls(stage: Stage, note: Note, rounds: number): Promise<void> {
  const [polls, fetches, cpu]: number[][] = [[], [], []];
  await stage.refresh();
  for (let round = 0; round < rounds; round += 1) {
    fetches?.push((await stage.desk.evaluate(fetchFloor, floorUrls(stage), atOnce, true)).ms);
    const before = browserCpuSeconds();
    polls?.push(await stage.refresh());
    cpu?.push(browserCpuSeconds() - before);
  }
  note({
    name: `poll of ${feeds} unchanged feeds`,
    value: median(polls ?? []),
    unit: 'ms',
    floor: median(fetches ?? []),
    target: 1.5,
  });
  note({
    name: 'CPU of the browser for 1,000 unchanged polls',
    value: (median(cpu ?? []) * 1000) / feeds,
    unit: 's',
  });
}
