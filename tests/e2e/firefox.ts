import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { needBrowser } from '../tools/browsers.mjs';
import type { LaunchOptions, TestBrowser } from './browser';
import type { WithExtensionApi } from './extension-api';
import { poll } from './extension-page';
import { inFirefoxWindow } from './firefox-window';
import { closeBrowser, killBrowser, needBuild, newProfile, removeProfile, Session } from './session';
import { warm } from './warm-firefox';

export const firefoxBuild = join(import.meta.dirname, '../../.output/firefox-mv3');

const extensionId = 'broadsheet@broadsheet.example';
/** Fixed by a preference, so that pages have a known address and keep their storage over a restart. */
const uuid = '5f0c1b52-9d43-4b6f-8a57-b10ad5bee701';

/** Starts Firefox over WebDriver BiDi and installs the extension as a temporary one. */
export async function launchFirefox(options: LaunchOptions): Promise<TestBrowser> {
  const profile = newProfile();
  warm(profile);
  let session = await start(profile, options);
  return {
    name: 'firefox',
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
    backgroundRuns: async () => eventPageRuns(session),
    collectGarbage: () => collectGarbage(session),
    closedByReader: () => session.closedByReader(),
    // with its profile goes all that it would put away first, for a second
    close: async () => {
      await killBrowser(session.browser);
      removeProfile(profile);
    },
  };
}

/** What the driver put aside of a profile it puts back a moment after its browser has ended; started meanwhile, it finds half of it. */
async function putBack(profile: string): Promise<void> {
  const aside = ['user.js.puppeteer', 'prefs.js.puppeteer'].map((name) => join(profile, name));
  await poll(async () => !aside.some((file) => existsSync(file)), 5000);
}

async function start(profile: string, options: LaunchOptions): Promise<Session> {
  await putBack(profile);
  const folder = needBuild(options.extension ?? firefoxBuild);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: needBrowser('firefox'),
    headless: !options.visible,
    defaultViewport: null,
    userDataDir: profile,
    args: ['--remote-allow-system-access'], // without it Firefox refuses to open moz-extension: pages
    extraPrefsFirefox: preferences(options),
  });
  await browser.installExtension(folder);
  return new Session(browser, `moz-extension://${uuid}/`, navigate, options.visible);
}

function preferences(options: LaunchOptions): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
    'extensions.webextOptionalPermissionPrompts': false,
    // as where there is a touch screen
    'dom.w3c_touch_events.enabled': 1,
    // its own windows, which can be looked at, in place of the desktop's notifications
    'alerts.useSystemBackend': false,
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'intl.locale.requested': options.language ?? 'en-US',
    'ui.systemUsesDarkTheme': options.dark ? 1 : 0,
    ...(options.plain && { 'ui.prefersReducedMotion': 1, 'browser.display.document_color_use': 2 }),
    ...(options.idleAfterMs && { 'extensions.background.idle.timeout': options.idleAfterMs }),
  };
}

/** page.goto() never resolves for moz-extension: pages, so the protocol's own command is used. */
async function navigate(page: Page, url: string): Promise<void> {
  const frame = page.mainFrame() as unknown as {
    browsingContext: { navigate(url: string, wait: string): Promise<unknown> };
  };
  await frame.browsingContext.navigate(url, 'complete');
}

function grantLoopback(session: Session): Promise<void> {
  return inFirefoxWindow<void>(
    session.browser,
    `async (id) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(id);
      await ExtensionPermissions.add(id, { permissions: [], origins: ['http://127.0.0.1/*'] }, extension);
    }`,
    extensionId,
  );
}

function stopBackground(session: Session): Promise<void> {
  return inFirefoxWindow<void>(
    session.browser,
    `async (id) => {
      await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
    }`,
    extensionId,
  );
}

/** As “Minimize memory usage” in about:memory, for all processes of pages. */
function collectGarbage(session: Session): Promise<void> {
  return inFirefoxWindow<void>(
    session.browser,
    `async () => Services.obs.notifyObservers(null, 'child-mmu-request')`,
  );
}

async function eventPageRuns(session: Session): Promise<boolean> {
  const desk = await session.desk();
  return desk.evaluate(async () => {
    const { chrome } = globalThis as unknown as WithExtensionApi;
    return (await chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] })).length > 0;
  });
}
