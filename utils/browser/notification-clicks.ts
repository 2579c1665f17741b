import { browser } from 'wxt/browser';

let isWatching = false;

/**
 * Calls back with the article whose notification was clicked, or null for one of several. To be called in the worker's
 * first turn, and again once the permission came: before it there is nothing to listen to.
 */
export function watchNotifications(onClick: (entryId: number | null) => void): void {
  if (isWatching || !browser.notifications) return;
  isWatching = true;
  browser.notifications.onClicked.addListener((name) => {
    void browser.notifications.clear(name);
    const id = /^entry:(\d+)$/.exec(name)?.[1];
    onClick(id === undefined ? null : Number(id));
  });
}
