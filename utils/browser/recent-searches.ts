import { readValue, watchValue, writeValue } from './stored-value';

const key = 'recent-searches';
const most = 8;
const longest = 200;

function textsFrom(stored: unknown): string[] {
  const texts = Array.isArray(stored) ? stored : [];
  return texts.filter((text): text is string => typeof text === 'string' && text !== '').slice(0, most);
}

/** What was searched for last, the latest first; it stays in this browser. */
export async function getRecentSearches(): Promise<string[]> {
  return textsFrom(await readValue('local', key));
}

/** Puts them all; none clears the list. */
export async function saveRecentSearches(texts: readonly string[]): Promise<void> {
  await writeValue('local', key, textsFrom(texts));
}

/** `texts` with one more, first. What it goes on from, letter by letter, goes: it was only on its way. */
export function withSearch(texts: readonly string[], text: string): string[] {
  const wanted = text.trim().slice(0, longest);
  return wanted === ''
    ? [...texts]
    : [wanted, ...texts.filter((one) => !wanted.startsWith(one))].slice(0, most);
}

/** Remembers one as the latest. */
export async function noteSearch(text: string): Promise<void> {
  await saveRecentSearches(withSearch(await getRecentSearches(), text));
}

/** Calls back whenever any page changes them; gives the function that stops it. */
export function watchRecentSearches(onChange: (texts: string[]) => void): () => void {
  return watchValue('local', key, (value) => onChange(textsFrom(value)));
}
