import { browser } from 'wxt/browser';
import { openReader } from './tabs';

/** Shows a place of the reader page, in its tab where one is open: an extension sees the addresses of its own pages. */
export async function showReader(place: string): Promise<void> {
  const address = browser.runtime.getURL('reader.html');
  const tabs = await browser.tabs.query({ currentWindow: true });
  const id = tabs.find(({ url }) => url?.startsWith(address))?.id;
  if (id === undefined) return openReader(place);
  await browser.tabs.update(id, { active: true, url: `${address}#${place}` });
}
