import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

export type TextKey = keyof typeof messages;

/** A text in the reader's language; `$1` to `$9` of it stand for the substitutions. */
export function t(key: TextKey, substitutions: readonly string[] = []): string {
  return browser.i18n.getMessage(key, [...substitutions]);
}
