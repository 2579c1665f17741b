import type { KnownEntry } from '../db/known-entries';
import { plainAddress } from '../feed/identity';
import {
  type Item,
  isFrontPage,
  isSameDate,
  isSameText,
  linksOfOne,
  type Surroundings,
  type Traits,
} from './entry-traits';
import { matchMoved } from './match-moved';

/**
 * Which of `rows` the entries that look new are, by their keys: same link and title, and either the same date, or a link
 * that no other entry has with the same words behind it; where the feed has changed its links too, what `matchMoved` goes
 * by. Rows that `items`, the whole document, lists under their own key are not given away. An hourly bulletin, always with
 * the same title and link, has a date of its own each time: what is not certain is new, since an article shown twice is
 * better than one never shown.
 */
export function matchEntries(
  unknown: ReadonlyMap<string, Item>,
  rows: readonly KnownEntry[],
  items: ReadonlyMap<string, Item>,
): Map<string, KnownEntry> {
  const free = rows.filter((row) => !items.has(row.key));
  if (free.length === 0 || unknown.size === 0) return new Map();
  const matched = matchLinks(unknown, free, { rows, items });
  const taken = new Set(Array.from(matched.values(), ({ id }) => id));
  const left = new Map([...unknown].filter(([key]) => !matched.has(key)));
  const rest = free.filter(({ id }) => !taken.has(id));
  return new Map([...matched, ...matchMoved(left, rest, { rows, items })]);
}

function matchLinks(
  unknown: ReadonlyMap<string, Item>,
  free: readonly KnownEntry[],
  { rows, items }: Surroundings,
): Map<string, KnownEntry> {
  const byAltKey = Map.groupBy(
    free.filter((row) => row.altKey !== ''),
    (row) => row.altKey,
  );
  const ownLinks = linksOfOne(
    [...items.values()].map((item) => item.entry),
    linkOf,
  );
  const rowLinks = linksOfOne(rows, linkOf);
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
