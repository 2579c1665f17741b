import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { needBrowser } from '../tools/browsers.mjs';
import type { LaunchOptions, TestBrowser } from './browser';
import type { WithExtensionApi } from './extension-api';
import { poll } from './extension-page';
import { closeBrowser, killBrowser, needBuild, newProfile, removeProfile, Session } from './session';

export const chromiumBuild = join(import.meta.dirname, '../../.output/chrome-mv3');

/** Blink's numbers for a pointer that is fine and hovers. */
const mouse = 'primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4';

/** Starts Chromium in new headless mode with the unpacked extension. */
export async function launchChromium(options: LaunchOptions): Promise<TestBrowser> {
  const profile = newProfile();
  let session = await start(profile, options);
  return {
    name: 'chromium',
    open: (path, size) => session.open(path, size),
    send: (name, input) => session.send(name, input),
    badge: () => session.badge(),
    grantLoopback: () => grantLoopback(session),
    stopBackground: () => stopBackground(session),
    restart: async () => {
      await closeBrowser(session.browser);
      session = await start(profile, options);
    },
    crash: async () => {
      await killBrowser(session.browser);
      session = await start(profile, options);
    },
    alarm: (milliseconds) => session.alarm(milliseconds),
    backgroundRuns: async () => workerRuns(session.browser),
    collectGarbage: () => collectGarbage(session),
    closedByReader: () => session.closedByReader(),
    close: async () => {
      await closeBrowser(session.browser);
      removeProfile(profile);
    },
  };
}

async function start(profile: string, options: LaunchOptions): Promise<Session> {
  const folder = needBuild(options.extension ?? chromiumBuild);
  const language = options.language ?? 'en-US';
  const browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'),
    headless: !options.visible,
    defaultViewport: null,
    userDataDir: profile,
    ignoreDefaultArgs: ['--disable-extensions'],
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      `--lang=${language}`,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      ...(options.dark ? ['--force-dark-mode'] : []),
      ...(options.mouse ? [`--blink-settings=${mouse}`] : []),
    ],
  });
  const home = await extensionHome(browser).catch(async (error: unknown) => {
    await closeBrowser(browser);
    throw error;
  });
  return new Session(browser, home, navigate, options.visible);
}

async function navigate(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load' });
}

/** An unpacked extension's id follows from its path; its worker's address tells it. */
async function extensionHome(browser: Browser): Promise<string> {
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension://'),
    { timeout: 20_000 },
  );
  return `chrome-extension://${new URL(target.url()).host}/`;
}

/**
 * The lightest document that has the extension API of chrome://extensions: its own page is drawn in half a second, and
 * for every test.
 */
export const extensionsPage = 'chrome://extensions/strings.m.js';

/**
 * The prompt of permissions.request() is drawn by the browser and out of any driver's reach. A host granted on
 * chrome://extensions makes later requests answer yes without a prompt, and one such request makes it hold.
 */
async function grantLoopback(session: Session): Promise<void> {
  const page = await session.browser.newPage();
  await page.goto(extensionsPage);
  await page.evaluate(async (id) => {
    const { chrome } = globalThis as unknown as WithExtensionApi;
    await chrome.developerPrivate.addHostPermission(id, 'http://127.0.0.1/*');
  }, new URL(session.home).host);
  await page.close();
  await inUserGesture(session, `chrome.permissions.request({ origins: ['http://127.0.0.1/*'] })`);
}

/** Runs code in a page of the extension as if in a click. */
async function inUserGesture(session: Session, expression: string): Promise<void> {
  const desk = await session.desk();
  const tools = await desk.createCDPSession();
  const answer = await tools.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true });
  await tools.detach();
  if (answer.result.value !== true) throw new Error(`${expression} gave ${JSON.stringify(answer.result)}`);
}

async function stopBackground(session: Session): Promise<void> {
  const desk = await session.desk();
  const tools = await desk.createCDPSession();
  await tools.send('ServiceWorker.enable');
  await tools.send('ServiceWorker.stopAllWorkers');
  await poll(async () => !workerRuns(session.browser), 5000);
  await tools.detach();
}

async function collectGarbage(session: Session): Promise<void> {
  const ours = session.browser.targets().filter((target) => target.url().startsWith(session.home));
  for (const target of ours) {
    const tools = await target.createCDPSession();
    await tools.send('HeapProfiler.collectGarbage');
    await tools.detach();
  }
}

function workerRuns(browser: Browser): boolean {
  return browser.targets().some((target) => target.type() === 'service_worker');
}
