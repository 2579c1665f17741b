import type { KnownEntry } from '../db/known-entries';
import { plainAddress } from '../feed/identity';

type Item = { entry: Traits };
type Traits = Pick<
  KnownEntry,
  'altKey' | 'title' | 'link' | 'publishedAt' | 'snippet' | 'image' | 'contentHash'
>;

/**
 * Which of `rows` the entries that look new are, by their keys: same link and title, and either the same date, or a link
 * that no other entry has with the same words behind it. Rows that `items`, the whole document, lists under their own
 * key are not given away. An hourly bulletin, always with the same title and link, has a date of its own each time: what
 * is not certain is new, since an article shown twice is better than one never shown.
 */
export function matchEntries(
  unknown: ReadonlyMap<string, Item>,
  rows: readonly KnownEntry[],
  items: ReadonlyMap<string, Item>,
): Map<string, KnownEntry> {
  const wanted = new Set(Array.from(unknown.values(), ({ entry }) => entry.altKey));
  const free = rows.filter((row) => row.altKey !== '' && wanted.has(row.altKey) && !items.has(row.key));
  if (free.length === 0) return new Map();
  const byAltKey = Map.groupBy(free, (row) => row.altKey);
  const ownLinks = linksOfOne([...items.values()].map((item) => item.entry));
  const rowLinks = linksOfOne(rows);
  const taken = new Set<number>();
  const matched = new Map<string, KnownEntry>();
  for (const [key, { entry }] of unknown) {
    const link = linkOf(entry);
    const isOneOfMany = link !== '' && (!ownLinks.has(link) || !rowLinks.has(link));
    const candidates = (byAltKey.get(entry.altKey) ?? []).filter((row) => !taken.has(row.id));
    const row =
      candidates.find((each) => isSameDate(each, entry)) ??
      (isOneOfMany || isFrontPage(link) ? undefined : candidates.find((each) => isSameText(each, entry)));
    if (!row) continue;
    taken.add(row.id);
    matched.set(key, row);
  }
  return matched;
}

function linkOf({ link }: Pick<Traits, 'link'>): string {
  return plainAddress(link);
}

/** The links that just one of them has. */
function linksOfOne(entries: readonly Traits[]): Set<string> {
  const groups = Map.groupBy(entries, linkOf);
  return new Set([...groups].filter(([, group]) => group.length === 1).map(([link]) => link));
}

/** Without a path: whatever is new stands there. */
function isFrontPage(link: string): boolean {
  return link !== '' && !link.includes('/');
}

function isSameDate(row: Traits, entry: Traits): boolean {
  return row.publishedAt !== null && row.publishedAt === entry.publishedAt;
}

/** Without a link the second identity is of the words already. */
function isSameText(row: Traits, entry: Traits): boolean {
  if (entry.link === '' || row.contentHash === entry.contentHash) return true;
  return row.snippet + row.image !== '' && row.snippet === entry.snippet && row.image === entry.image;
}
