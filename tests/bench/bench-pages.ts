import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumBuild } from '../e2e/chromium';
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
      await cold(stage, note, rounds);
      await warm(stage, note, rounds);
    });
  } finally {
    rmSync(extension, { recursive: true, force: true });
  }
}

async function open({ desk }: Stage, path: string): Promise<number> {
  const ms = await desk.evaluate(openPage, path);
  if (ms === null) throw new Error(`${path} showed no article`);
  return ms;
}

/** The first page of a browser that has just been started. */
async function cold(stage: Stage, note: Note, rounds: number): Promise<void> {
  const times: Record<string, number[]> = { [empty]: [], 'popup.html': [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [path, list] of Object.entries(times)) {
      await stage.restart();
      list.push(await open(stage, path));
    }
  }
  noteRatio(note, 'popup to its first row, cold', times, 'popup.html', 1.5);
}

async function warm(stage: Stage, note: Note, rounds: number): Promise<void> {
  const times: Record<string, number[]> = { [empty]: [], 'popup.html': [], 'reader.html#/all': [] };
  for (let round = 0; round < 3 * rounds; round += 1) {
    for (const [path, list] of Object.entries(times)) list.push(await open(stage, path));
  }
  noteRatio(note, 'popup to its first row, warm', times, 'popup.html', 1.3);
  noteRatio(note, 'reader to the first row of all, warm', times, 'reader.html#/all');
}

function noteRatio(
  note: Note,
  what: string,
  times: Record<string, number[]>,
  path: string,
  target?: number,
): void {
  note({
    name: `${what}, at ${many} articles (empty page)`,
    value: median(times[path] ?? []),
    floor: median(times[empty] ?? []),
    unit: 'ms',
    ...(target !== undefined && { target }),
  });
}
