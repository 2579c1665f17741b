import { browser } from 'wxt/browser';
import { readWebUrl } from '../text/address-url';

/** Whether the reader lets us ask the site of this address. Match patterns know no ports. */
export async function hasAccess(address: string): Promise<boolean> {
  const url = readWebUrl(address);
  if (!url) return false;
  return browser.permissions.contains({ origins: [`${url.protocol}//${url.hostname}/*`] });
}

/** The match patterns granted so far. */
export async function listAccess(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/**
 * Asks the reader for sites by match patterns; false when refused. Browsers allow it only straight in a click: call it
 * before anything is awaited.
 */
export async function requestAccess(patterns: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: patterns });
}

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

/** Calls back when sites were granted or taken back; gives the function that stops it. */
export function watchAccess(onChange: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(onChange);
  onRemoved.addListener(onChange);
  return () => {
    onAdded.removeListener(onChange);
    onRemoved.removeListener(onChange);
  };
}
