import { browser } from 'wxt/browser';
import { readValue, writeValue } from './stored-value';

const key = 'started';

/** Calls back when the extension was installed or updated, and when the browser starts: without it no worker would. */
export function watchStart(onStart: () => void): void {
  browser.runtime.onInstalled.addListener(onStart);
  browser.runtime.onStartup.addListener(onStart);
}

/** Calls back when the browser starts, and not when the extension was installed while it runs. */
export function watchBrowserStart(onStart: () => void): void {
  browser.runtime.onStartup.addListener(onStart);
}

/** Calls back when the browser is connected again, if the background lives then. */
export function watchOnline(onOnline: () => void): void {
  self.addEventListener('online', onOnline);
}

/** Remembered as long as the browser runs. */
export async function noteStart(now: number): Promise<void> {
  await writeValue('session', key, now);
}

/** When the browser was started (ms); null where that was not noticed. */
export async function getStartedAt(): Promise<number | null> {
  const stored = await readValue('session', key);
  return typeof stored === 'number' ? stored : null;
}
