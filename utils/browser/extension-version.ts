import { browser } from 'wxt/browser';

/** As the manifest says it: up to four numbers with dots between. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
