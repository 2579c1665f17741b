import { browser } from 'wxt/browser';

/**
 * Asks the reader for sites by match patterns; false when refused. Browsers allow it only straight in a click: call it
 * before anything is awaited.
 */
export async function requestAccess(patterns: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: patterns });
}

/** Calls back when sites were granted or taken back; gives the function that stops it. */
export function watchAccess(onChange: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(onChange);
  onRemoved.addListener(onChange);
  return () => {
    onAdded.removeListener(onChange);
    onRemoved.removeListener(onChange);
  };
}
