import { browser } from 'wxt/browser';

/** A key of the browser's, as it is set now. */
export interface CommandKey {
  /** As the manifest names it; `_execute_action` opens the popup. */
  name: string;
  /** In the browser's own spelling, e.g. `Alt+Shift+J`; '' for none. */
  shortcut: string;
}

/** What one browser has and the other lacks; the types know neither. */
interface KeySetter {
  update(change: { name: string; shortcut: string }): Promise<void>;
  reset(name: string): Promise<void>;
  openShortcutSettings(): Promise<void>;
  onChanged: { addListener(run: () => void): void; removeListener(run: () => void): void };
}

const own = () => browser.commands as (typeof browser.commands & Partial<KeySetter>) | undefined;

/** The browser's keys for us, in its order; none where it knows no keys (on phones). */
export async function listCommandKeys(): Promise<CommandKey[]> {
  const known = (await own()?.getAll()) ?? [];
  return known.map(({ name = '', shortcut = '' }) => ({ name, shortcut }));
}

/** Whether the browser lets us change them; elsewhere the reader does it in the browser's settings. */
export function canSetCommandKeys(): boolean {
  return typeof own()?.update === 'function' && typeof own()?.reset === 'function';
}

/** Gives a command another key, '' for none. Rejects where the browser takes no such key. */
export async function setCommandKey(name: string, shortcut: string): Promise<void> {
  await own()?.update?.({ name, shortcut });
}

/** Gives a command its usual key again. */
export async function resetCommandKey(name: string): Promise<void> {
  await own()?.reset?.(name);
}

/** Opens the page on which the browser lets readers change the keys of extensions. */
export async function openKeySettings(): Promise<void> {
  const commands = own();
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Calls back when a key may have changed: when the browser says so, and when the reader comes back; gives what ends it. */
export function watchCommandKeys(onChange: () => void): () => void {
  const changed = own()?.onChanged;
  changed?.addListener(onChange);
  addEventListener('focus', onChange);
  return () => {
    changed?.removeListener(onChange);
    removeEventListener('focus', onChange);
  };
}
