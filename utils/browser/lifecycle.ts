import { browser } from 'wxt/browser';

/** Calls back when the extension was installed or updated, and when the browser starts: without it no worker would. */
export function watchStart(onStart: () => void): void {
  browser.runtime.onInstalled.addListener(onStart);
  browser.runtime.onStartup.addListener(onStart);
}
