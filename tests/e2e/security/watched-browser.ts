import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type BrowserName, needBrowser } from '../../tools/browsers.mjs';
import { chromiumBuild, extensionsPage } from '../chromium';
import type { WithExtensionApi } from '../extension-api';
import { firefoxBuild } from '../firefox';
import { closeBrowser, killBrowser, needBuild, newProfile, removeProfile, Session } from '../session';
import { warm } from '../warm-firefox';

/** A browser with the extension all of whose requests, but those to this machine, go through one proxy. */
export interface WatchedBrowser {
  session: Session;
  close(): Promise<void>;
}

/** Starts it; the extension may fetch from http://127.0.0.1, or these sites, as if the reader had said yes. */
export async function launchWatched(
  name: BrowserName,
  proxyPort: number,
  sites: readonly string[] = ['http://127.0.0.1/*'],
): Promise<WatchedBrowser> {
  const profile = newProfile();
  const session = await (name === 'chromium' ? chromium : firefox)(profile, proxyPort);
  await (name === 'chromium' ? grantInChromium(session, sites) : grantInFirefox(session.browser, sites));
  const close = async () => {
    await (name === 'chromium' ? closeBrowser : killBrowser)(session.browser);
    removeProfile(profile);
  };
  return { session, close };
}

async function chromium(profile: string, proxyPort: number): Promise<Session> {
  const folder = needBuild(chromiumBuild);
  const browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'),
    userDataDir: profile,
    defaultViewport: null,
    ignoreDefaultArgs: ['--disable-extensions', '--disable-popup-blocking'],
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      '--ignore-certificate-errors',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  });
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension://'),
    // Less than the hooks have that wait for it: a loaded machine takes its time.
    { timeout: 50_000 },
  );
  const id = new URL(worker.url()).host;
  return new Session(browser, `chrome-extension://${id}/`, async (page, url) => {
    await page.goto(url, { waitUntil: 'load' });
  });
}

async function grantInChromium(session: Session, sites: readonly string[]): Promise<void> {
  const { browser, home } = session;
  const page = await browser.newPage();
  await page.goto(extensionsPage);
  const grant = async (extension: string, origins: readonly string[]) => {
    const { chrome } = globalThis as unknown as WithExtensionApi;
    for (const origin of origins) await chrome.developerPrivate.addHostPermission(extension, origin);
  };
  await page.evaluate(grant, new URL(home).host, sites);
  await page.close();
  // What was granted there is given to the extension when it asks in a click.
  const tools = await (await session.desk()).createCDPSession();
  const expression = `chrome.permissions.request({ origins: ${JSON.stringify(sites)} })`;
  const answer = await tools.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true });
  if (answer.result.value !== true) throw new Error('Chromium did not grant the host');
  await tools.detach();
}

const extensionId = 'broadsheet@broadsheet.example';
const uuid = '5f0c1b52-9d43-4b6f-8a57-b10ad5bee702';

async function firefox(profile: string, proxyPort: number): Promise<Session> {
  warm(profile);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: needBrowser('firefox'),
    userDataDir: profile,
    defaultViewport: null,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
      'extensions.webextOptionalPermissionPrompts': false,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
    },
  });
  await browser.installExtension(needBuild(firefoxBuild));
  return new Session(browser, `moz-extension://${uuid}/`, navigate);
}

/** page.goto() never resolves for moz-extension: pages. */
async function navigate(page: Page, url: string): Promise<void> {
  const frame = page.mainFrame() as unknown as {
    browsingContext: { navigate(url: string, wait: string): Promise<unknown> };
  };
  await frame.browsingContext.navigate(url, 'complete');
}

interface Connection {
  send(
    method: string,
    parameters: object,
  ): Promise<{ result: { contexts: { context: string }[]; type: string } }>;
}

async function grantInFirefox(browser: Browser, origins: readonly string[]): Promise<void> {
  await changeInFirefox(browser, 'add', { permissions: [], origins });
}

/** Gives the extension permissions in Firefox, or takes them back, as its settings would. */
export async function changeInFirefox(
  browser: Browser,
  change: 'add' | 'remove',
  what: Record<string, readonly string[]>,
): Promise<void> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const answer = await connection.send('script.callFunction', {
    functionDeclaration: `async (id) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      await ExtensionPermissions.${change}(id, ${JSON.stringify(what)}, WebExtensionPolicy.getByID(id).extension);
    }`,
    arguments: [{ type: 'string', value: extensionId }],
    target: { context: tree.result.contexts[0]?.context },
    awaitPromise: true,
  });
  if (answer.result.type === 'exception') throw new Error(`Firefox did not ${change} what was asked`);
}
