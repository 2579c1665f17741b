import { browser } from 'wxt/browser';

/** The keys that the browser itself listens to, wherever the reader is; she can change them in its settings. */
export type BrowserCommand = 'next-unread' | 'mark-all-read';

/** Calls back with each; opening the popup is the browser's own. Some browsers, on phones, know no such keys. */
export function watchCommands(onCommand: (command: BrowserCommand) => void): void {
  browser.commands?.onCommand.addListener((name) => {
    if (name === 'next-unread' || name === 'mark-all-read') onCommand(name);
  });
}
