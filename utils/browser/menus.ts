import { browser } from 'wxt/browser';
import { t } from './text';

const id = 'open-feed';

/** Calls back with the address of the link, or of the page, that the reader chose to see as a feed. */
export function watchMenu(onOpen: (address: string) => void): void {
  browser.contextMenus.onClicked.addListener((info) => {
    const address = info.linkUrl ?? info.pageUrl;
    if (info.menuItemId === id && address) onOpen(address);
  });
}

/** Puts the entry into the menu of links and pages; it stays there when the background sleeps. */
export async function showMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id,
    title: t('menuOpenFeed'),
    contexts: ['page', 'link'],
    documentUrlPatterns: ['*://*/*'],
  });
}
