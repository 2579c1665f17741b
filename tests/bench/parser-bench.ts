import { chromium } from 'playwright';
import puppeteer from 'puppeteer-core';
import { build, type Rollup } from 'vite';
import { findBrowser } from '../tools/browsers.mjs';
import type { ParserRow } from './parser-page';

/** What `npm run bench` prints: a candidate's time, over that of our parser. */
export interface ParserMeasure {
  browser: string;
  name: string;
  /** Our parser, bytes to ParsedFeed, in milliseconds. */
  ms: number;
  megabytesPerSecond: number;
  /** How many times as long the others take. */
  feedsmith: number;
  domParser: number;
  /** How many times as long as TextDecoder we take. */
  overDecoder: number;
  memory: number | null;
}

/** The page's code in one classic script, with `measureParsers` on a global `bench`. */
async function pageScript(): Promise<string> {
  const entry = new URL('parser-page.ts', import.meta.url).pathname;
  const lib = { entry, formats: ['iife' as const], name: 'bench', fileName: 'bench' };
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2023', lib },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rollup.RollupOutput[];
  const chunk = output?.output.find((part) => part.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('The bench did not build.');
  return chunk.code;
}

const RUN = '(async () => JSON.stringify(await bench.measureParsers()))()';

async function inChromium(script: string): Promise<ParserRow[]> {
  const executablePath = findBrowser('chromium') ?? undefined;
  const args = ['--no-sandbox', '--enable-precise-memory-info', '--js-flags=--expose-gc'];
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    return JSON.parse(await page.evaluate<string>(RUN));
  } finally {
    await browser.close();
  }
}

async function inFirefox(script: string): Promise<ParserRow[]> {
  const executablePath = findBrowser('firefox') ?? 'firefox';
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    protocolTimeout: 600_000,
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    return JSON.parse(String(await page.evaluate(RUN)));
  } finally {
    await browser.close();
  }
}

/** Measures our parser against feedsmith, DOMParser and TextDecoder in a real browser; takes about a minute. */
export async function benchParser(browser: 'chromium' | 'firefox'): Promise<ParserMeasure[]> {
  const script = await pageScript();
  const rows = browser === 'chromium' ? await inChromium(script) : await inFirefox(script);
  return rows.map(({ name, bytes, ours, feedsmith, dom, decoder, memory }) => ({
    browser,
    name,
    ms: Math.round(ours * 100) / 100,
    megabytesPerSecond: Math.round(bytes / ours / 1000),
    feedsmith: feedsmith / ours,
    domParser: dom / ours,
    overDecoder: ours / decoder,
    memory,
  }));
}
