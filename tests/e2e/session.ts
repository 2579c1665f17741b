import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { Input, MessageName, Output } from '../../utils/messages/protocol';
import type { Answer } from '../../utils/model/problem';
import type { WithExtensionApi } from './extension-api';
import { ExtensionPage, poll, type Size } from './extension-page';

/** What both browsers share once they run: pages of the extension, and a quiet page to speak for it. */
export class Session {
  #desk: Page | null = null;

  constructor(
    readonly browser: Browser,
    /** The extension's own origin, with a slash at the end. */
    readonly home: string,
    private readonly navigate: (page: Page, url: string) => Promise<void>,
    /** A window that a person looks at keeps its own size. */
    private readonly visible = false,
  ) {}

  async open(path: string, size: Size = { width: 1280, height: 800 }): Promise<ExtensionPage> {
    const page = await this.browser.newPage();
    if (!this.visible) await page.setViewport(size);
    const load = (target: Page, to: string) => this.navigate(target, `${this.home}${to}`);
    const opened = new ExtensionPage(page, load, path);
    await opened.reload();
    return opened;
  }

  async send<N extends MessageName>(name: N, input: Input<N>): Promise<Answer<Output<N>>> {
    const desk = await this.desk();
    return desk.evaluate(
      (message) => (globalThis as unknown as WithExtensionApi).chrome.runtime.sendMessage(message),
      { name, input },
    ) as Promise<Answer<Output<N>>>;
  }

  async badge(): Promise<string> {
    const desk = await this.desk();
    return desk.evaluate(() => (globalThis as unknown as WithExtensionApi).chrome.action.getBadgeText({}));
  }

  async alarm(milliseconds: number): Promise<void> {
    const desk = await this.desk();
    await desk.evaluate(async (wait) => {
      const { chrome } = globalThis as unknown as WithExtensionApi;
      await chrome.alarms.create('poll', { when: Date.now() + wait });
    }, milliseconds);
  }

  closedByReader(): Promise<void> {
    return new Promise((done) => {
      this.browser.once('disconnected', () => done());
    });
  }

  /** A page of the extension's origin that runs none of its code. */
  async desk(): Promise<Page> {
    if (this.#desk && !this.#desk.isClosed()) return this.#desk;
    const page = await this.browser.newPage();
    await this.navigate(page, `${this.home}icon/16.png`);
    this.#desk = page;
    return page;
  }
}

/** The folder of a built extension; throws a sentence where there is none. */
export function needBuild(folder: string): string {
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  throw new Error(`${folder} holds no extension: run npm run build`);
}

/** A profile folder of its own, outside the repository. */
export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'broadsheet-profile-'));
}

export function removeProfile(folder: string): void {
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** Closes a browser politely, and by force when it does not go. */
export async function closeBrowser(browser: Browser): Promise<void> {
  const process = browser.process();
  const closed = browser.close().then(
    () => true,
    () => true,
  );
  await Promise.race([closed, new Promise((done) => setTimeout(done, 8000))]);
  if (process && process.exitCode === null && process.signalCode === null) process.kill('SIGKILL');
  await poll(async () => !process || process.exitCode !== null || process.signalCode !== null, 5000);
}

/** Ends a browser without giving it a chance to put anything away. */
export async function killBrowser(browser: Browser): Promise<void> {
  const process = browser.process();
  process?.kill('SIGKILL');
  await poll(async () => !process || process.exitCode !== null || process.signalCode !== null, 5000);
  await browser.disconnect().catch(() => undefined);
}
