import type { ChangedEntry, NewEntry } from '../db/commit-check';
import { listKnownKeys } from '../db/known-entries';
import type { ParsedFeed } from '../model/parsed';
import { entryKeys } from './entry-keys';
import { newEntry } from './new-entry';

/** A document may hold any number of entries; of more than these, the last are left (polling S-11). */
const maxEntries = 5000;

/** What of a document the feed does not have yet, and what it has otherwise. */
export interface SortedDocument {
  /** In the document's order. */
  added: NewEntry[];
  changed: ChangedEntry[];
}

/** Compares a document with what is stored of its feed, by the entries' keys and the hash of what a reader sees. */
export async function sortDocument(
  feedId: number,
  { entries }: ParsedFeed,
  now: number,
): Promise<SortedDocument> {
  const keys = entryKeys(entries);
  const items = entries.slice(0, maxEntries).map((entry, index) => {
    return newEntry(entry, keys[index] ?? { key: '', altKey: '' }, now);
  });
  const known = await listKnownKeys(
    feedId,
    items.map(({ entry }) => entry.key),
  );
  const added = items.filter(({ entry }) => !known.has(entry.key));
  const changed = items.flatMap(({ entry, body }) => {
    const stored = known.get(entry.key);
    const isSame = !stored || stored.contentHash === entry.contentHash;
    return isSame ? [] : [{ entryId: stored.id, content: entry, body }];
  });
  return { added, changed };
}
