import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Front } from '../../utils/model/front';
import { chromiumBuild } from '../e2e/chromium';
import type { WithExtensionApi } from '../e2e/extension-api';
import { firefoxBuild } from '../e2e/firefox';
import type { BrowserName } from '../tools/browsers.mjs';
import { fillStore } from './fill-store';
import { median, type Note } from './measure';
import { openPage } from './open-page';
import { onStage, type Stage } from './stage';

const many = 100_000;
const empty = 'empty.html';
const emptyPage =
  '<!doctype html><meta charset="utf-8"><title>Empty</title><article data-entry-id="0">One row</article>';

/** How long pages take to their first row, over a page that has nothing but that row. */
export async function benchPages(name: BrowserName, note: Note, rounds: number): Promise<void> {
  const extension = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
  try {
    cpSync(name === 'chromium' ? chromiumBuild : firefoxBuild, extension, { recursive: true });
    writeFileSync(join(extension, empty), emptyPage);
    await onStage(name, { feeds: 500, entries: 1, extension }, async (stage) => {
      await stage.desk.evaluate(fillStore, { entries: many, everyRead: 2, bytesPerBody: 800 });
      await told(stage);
      await cold(stage, note, rounds);
      await warm(stage, note, rounds);
    });
  } finally {
    rmSync(extension, { recursive: true, force: true });
  }
}

/** The store was filled behind the background's back: it hears of a change, and the first rows of all are kept for a start. */
async function told({ browser, desk }: Stage): Promise<void> {
  await browser.send('markRead', { entryIds: [1], read: true });
  await desk.until('the first rows of the next start', leftFirst, many);
}

/** Whether both copies of the popup's first rows begin with one of the last that were stored. */
async function leftFirst(least: number): Promise<boolean> {
  const { chrome } = globalThis as unknown as WithExtensionApi;
  const { front: kept } = (await chrome.storage.session.get('front')) as { front?: Front | null };
  const { front: left } = (await chrome.storage.local.get('front')) as { front?: { front: Front } | null };
  return [kept, left?.front].every((front) => (front?.rows[0]?.entry.id ?? 0) >= least);
}

/** The empty page, and the pages with the rows that each lists at least once the database has been read. */
const rowsOf = new Map([
  [empty, 0],
  ['popup.html', 16],
  ['reader.html#/unread', 16],
  ['reader.html#/all', 16],
]);
type Times = Record<string, { shown: number[]; answered: number[] }>;

/** Up to when it came: the feed's letter and name follow where the first rows come out of the database. */
const headOfRow = /(?<=^\d+: )[\s\S]*? ago\n/;

/** Rows shown before the database was read count where they are what it then gives, word for word. */
async function open({ desk }: Stage, path: string, times: Times, isNamed = true): Promise<void> {
  const opened = await desk.evaluate(openPage, path, rowsOf.get(path) ?? 0);
  if (opened === null) throw new Error(`${path} showed no article`);
  const { shownAt, answeredAt, first, later } = opened;
  const words = (rows: string[]) =>
    rows.map((row) => (isNamed ? row : row.replace(headOfRow, ''))).join('\n');
  if (words(first) !== words(later))
    throw new Error(`${path} showed ${JSON.stringify(first)}, then ${JSON.stringify(later)}`);
  times[path] ??= { shown: [], answered: [] };
  times[path].shown.push(shownAt);
  if (answeredAt !== null) times[path].answered.push(answeredAt);
}

/** The first page of a browser that has just been started. */
async function cold(stage: Stage, note: Note, rounds: number): Promise<void> {
  const times: Times = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const path of [empty, 'popup.html']) {
      await stage.restart();
      await open(stage, path, times, false);
    }
  }
  noteRatio(note, 'popup to its first row, cold', times, 'popup.html', 1.5);
}

async function warm(stage: Stage, note: Note, rounds: number): Promise<void> {
  const times: Times = {};
  for (let round = 0; round < 3 * rounds; round += 1) {
    for (const path of rowsOf.keys()) await open(stage, path, times, path === 'popup.html');
  }
  noteRatio(note, 'popup to its first row, warm', times, 'popup.html', 1.3);
  noteRatio(note, 'reader to the first row of what is unread, warm', times, 'reader.html#/unread');
  noteRatio(note, 'reader to the first row of all, warm', times, 'reader.html#/all');
}

function noteRatio(note: Note, what: string, times: Times, path: string, target?: number): void {
  const floor = median(times[empty]?.shown ?? []);
  note({
    name: `${what}, at ${many} articles (empty page)`,
    value: median(times[path]?.shown ?? []),
    ...{ floor, unit: 'ms', ...(target !== undefined && { target }) },
  });
  note({
    name: `${what}: a key pressed then is answered`,
    value: median(times[path]?.answered ?? []),
    ...{ floor, unit: 'ms' },
  });
}
