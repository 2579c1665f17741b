import { browser } from 'wxt/browser';
import { readWebUrl } from '../text/address-url';

/** Opens an article's own page in a new tab, behind the present one on wish. Anything but http and https is refused (false). */
export async function openOriginal(address: string, active = true): Promise<boolean> {
  const url = readWebUrl(address);
  if (!url) return false;
  await browser.tabs.create({ url: url.href, active });
  return true;
}

/** Opens the reader page; `place` is what follows `#`. */
export async function openReader(place = ''): Promise<void> {
  const hash = place && `#${place}`;
  await browser.tabs.create({ url: browser.runtime.getURL('reader.html') + hash });
}

/** Opens the reader page with the feed at an address, which it shows when the reader says so there. */
export async function openPreview(address: string): Promise<void> {
  await openReader(`preview=${encodeURIComponent(address)}`);
}

/** Opens the settings; `place` is what follows `#`, where they are to open at one. */
export async function openOptions(place = ''): Promise<void> {
  if (place === '') await browser.runtime.openOptionsPage();
  else await browser.tabs.create({ url: browser.runtime.getURL(`options.html#${place}`) });
}

/** Opens the settings at one of their parts. */
export async function openOptionsAt(section: string): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('options.html')}#${section}` });
}

/** Opens the settings where the reader decides about these feeds, or about the page at this address. */
export async function openSubscribing(asked: { add?: readonly string[]; find?: string }): Promise<void> {
  const parameters = new URLSearchParams([
    ...(asked.find === undefined ? [] : [['find', asked.find]]),
    ...(asked.add ?? []).map((url) => ['add', url]),
  ]);
  await browser.tabs.create({ url: `${browser.runtime.getURL('options.html')}#${parameters}` });
}
