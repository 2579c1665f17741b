import { browser } from 'wxt/browser';
import { type TextKey, t } from './text';

/** What can be chosen in the menu of pages and links. */
export type MenuChoice = 'open-feed' | 'subscribe' | 'save-page';

export interface Chosen {
  choice: MenuChoice;
  /** Of the link, or of the page. */
  address: string;
  isLink: boolean;
  /** The tab that it was chosen in; the browser lets us look into it once (activeTab). */
  tabId: number | undefined;
}

const items: { id: MenuChoice; title: TextKey; contexts: ['page', ...'link'[]] }[] = [
  { id: 'open-feed', title: 'menuOpenFeed', contexts: ['page', 'link'] },
  { id: 'subscribe', title: 'menuSubscribe', contexts: ['page', 'link'] },
  { id: 'save-page', title: 'menuSavePage', contexts: ['page'] },
];

/** Calls back with what the reader chose in the menu. */
export function watchMenu(onChoose: (chosen: Chosen) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const choice = items.find(({ id }) => id === info.menuItemId)?.id;
    const address = info.linkUrl ?? info.pageUrl;
    if (choice && address) onChoose({ choice, address, isLink: info.linkUrl !== undefined, tabId: tab?.id });
  });
}

/** Puts the entries into the menu of links and pages; they stay there when the background sleeps. */
export async function showMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts } of items)
    browser.contextMenus.create({ id, title: t(title), contexts, documentUrlPatterns: ['*://*/*'] });
}
