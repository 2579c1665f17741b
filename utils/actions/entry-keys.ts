import type { ParsedEntry } from '../model/parsed';
import { addressKey } from '../text/address';
import { contentHash } from './content-hash';

export interface EntryKeys {
  key: string;
  altKey: string;
}

/** The identities of a document's entries. */
export function entryKeys(entries: readonly ParsedEntry[]): EntryKeys[] {
  const taken = new Set<string>();
  return entries.map(({ id, link, title, content, summary, published }) => {
    const first = id || link || contentHash([title, published, summary || content].join('\n'));
    const key = taken.has(first) ? `${first} ${link}` : first;
    taken.add(key);
    return { key, altKey: contentHash(`${addressKey(link)}\n${title}`) };
  });
}
