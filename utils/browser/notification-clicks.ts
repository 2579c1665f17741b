import { browser } from 'wxt/browser';

let isWatching = false;

/** The article that a clicked notification told of, or when one of several was told. */
export type ToldOf = { kind: 'entry' | 'list'; id: number };

/**
 * Calls back with what a notification that was clicked had told of. To be called in the worker's first turn, and again once
 * the permission came: before it there is nothing to listen to.
 */
export function watchNotifications(onClick: (told: ToldOf) => void): void {
  if (isWatching || !browser.notifications) return;
  isWatching = true;
  browser.notifications.onClicked.addListener((name) => {
    void browser.notifications.clear(name);
    const [, kind, id] = /^(entry|told):(\d+)$/.exec(name) ?? [];
    onClick({ kind: kind === 'entry' ? 'entry' : 'list', id: Number(id ?? 0) });
  });
}
