import { chromium } from 'playwright';
import puppeteer from 'puppeteer-core';
import { type BrowserName, findBrowser } from '../tools/browsers.mjs';
import { pageScript } from './page-script';

async function inChromium(script: string, run: string, at?: string): Promise<string> {
  const executablePath = findBrowser('chromium') ?? undefined;
  const args = ['--no-sandbox', '--enable-precise-memory-info', '--js-flags=--expose-gc'];
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
  try {
    const page = await browser.newPage();
    if (at) await page.goto(at);
    await page.addScriptTag({ content: script });
    return await page.evaluate<string>(run);
  } finally {
    await browser.close();
  }
}

async function inFirefox(script: string, run: string, at?: string): Promise<string> {
  const executablePath = findBrowser('firefox') ?? 'firefox';
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    protocolTimeout: 3_600_000,
  });
  try {
    const page = await browser.newPage();
    if (at) await page.goto(at);
    await page.addScriptTag({ content: script });
    return String(await page.evaluate(run));
  } finally {
    await browser.close();
  }
}

/**
 * Runs a call of what a file of this folder exports in an ordinary page of a real browser, and gives its answer: in an empty
 * one, or in the one at an address, which can have a database.
 */
export async function runInPlainPage<T>(
  browser: BrowserName,
  file: string,
  call: string,
  at?: string,
): Promise<T> {
  const script = await pageScript(file);
  const run = `(async () => JSON.stringify(await bench.${call}))()`;
  return JSON.parse(await (browser === 'chromium' ? inChromium : inFirefox)(script, run, at)) as T;
}
