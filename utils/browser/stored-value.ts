import { browser } from 'wxt/browser';

type Area = 'local' | 'session';

/** A value under one key of the extension's storage, apart from the database. What comes back is not to be trusted. */
export async function readValue(area: Area, key: string): Promise<unknown> {
  return (await browser.storage[area].get(key))[key];
}

export async function writeValue(area: Area, key: string, value: unknown): Promise<void> {
  await browser.storage[area].set({ [key]: value });
}

/** Calls back with each new value of the key; gives the function that stops it. */
export function watchValue(area: Area, key: string, onChange: (value: unknown) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, changed: string) => {
    const change = changes[key];
    if (changed === area && change) onChange(change.newValue);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
