import { findKnown, listKnownEntries } from '../db/known-entries';
import type { ParsedFeed } from '../model/parsed';
import { maxEntries, planDocument, type SortedDocument } from './plan-document';

/** Compares a document with what is stored of its feed; without a `listing` where it proves nothing: cut or emptied. */
export async function sortDocument(
  feedId: number,
  { entries, truncated }: ParsedFeed,
  now: number,
): Promise<Omit<SortedDocument, 'listing'> & Partial<SortedDocument>> {
  const { listing, ...sorted } = await planDocument(entries, now, {
    find: (keys, twins) => findKnown(feedId, keys, twins),
    all: () => listKnownEntries(feedId),
  });
  const isComplete = !truncated && entries.length > 0 && entries.length <= maxEntries;
  return isComplete ? { ...sorted, listing } : sorted;
}
