import { browser } from 'wxt/browser';
import { wordDone, wordPrefix } from './send-with-word';

/**
 * Takes back the words that pages left, so that nobody does from now on what they say: whoever asks does it herself, of all
 * that pages before her kept elsewhere too. Gives the stamps of those that the background has done.
 */
export async function takeWords(): Promise<Set<string>> {
  const { session } = browser.storage;
  const words = Object.entries(await session.get(null)).filter(([key]) => key.startsWith(wordPrefix));
  await session.remove(words.map(([key]) => key));
  return new Set(words.filter(([, word]) => word === wordDone).map(([key]) => key.slice(wordPrefix.length)));
}
