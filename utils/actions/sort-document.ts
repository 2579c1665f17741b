import type { ChangedEntry, NewEntry } from '../db/commit-check';
import { listKnownKeys } from '../db/known-entries';
import { entryKeys } from '../feed/identity';
import type { ParsedEntry, ParsedFeed } from '../model/parsed';
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
  const items = newEntries(entries, now);
  const known = await listKnownKeys(feedId, [...items.keys()]);
  const added = [...items].filter(([key]) => !known.has(key)).map(([, item]) => item);
  const changed = [...known].flatMap(([key, { id, contentHash }]) => {
    const item = items.get(key);
    if (!item || item.entry.contentHash === contentHash) return [];
    return [{ entryId: id, content: item.entry, body: item.body }];
  });
  return { added, changed };
}

/** By key, in the document's order; what a document lists twice is one. */
function newEntries(entries: ParsedEntry[], now: number): Map<string, NewEntry> {
  const keys = entryKeys(entries).slice(0, maxEntries);
  const items = new Map<string, NewEntry>();
  keys.forEach((each, index) => {
    const entry = entries[index];
    if (entry && !items.has(each.key)) items.set(each.key, newEntry(entry, each, now));
  });
  return items;
}
