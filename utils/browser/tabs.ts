import { browser } from 'wxt/browser';
import { readWebUrl } from '../text/address-url';

/** Opens an article's own page in a new tab. Anything but http and https is refused (false). */
export async function openOriginal(address: string): Promise<boolean> {
  const url = readWebUrl(address);
  if (!url) return false;
  await browser.tabs.create({ url: url.href });
  return true;
}

/** Opens the reader page; `place` is what follows `#`. */
export async function openReader(place = ''): Promise<void> {
  const hash = place && `#${place}`;
  await browser.tabs.create({ url: browser.runtime.getURL('reader.html') + hash });
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
