import { browser } from 'wxt/browser';

/** What an image proxy learns, in the words of Firefox's list of data that leave the browser. */
const toldToProxies = ['browsingActivity', 'websiteContent'];

/**
 * Asks the reader whether addresses of images may be told to a proxy; true also where the browser knows no such question.
 * Like `requestAccess`, straight in a click.
 */
export async function requestProxyData(): Promise<boolean> {
  const wanted = { origins: [], data_collection: toldToProxies };
  try {
    return await browser.permissions.request(wanted);
  } catch {
    // Chromium refuses the word; where it is known, what was granted says more than this error.
    return mayTellProxies();
  }
}

/** Whether the reader lets proxies be told; she may take it back in the browser's settings. */
export async function mayTellProxies(): Promise<boolean> {
  const granted = new Map<string, string[]>(Object.entries(await browser.permissions.getAll()));
  const kinds = granted.get('data_collection') ?? toldToProxies;
  return toldToProxies.every((kind) => kinds.includes(kind));
}
