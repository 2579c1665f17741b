import type { KnownEntry } from '../db/known-entries';

/** An entry as a document has it. */
export type Item = { entry: Traits };
/** What an article is known again by, when its feed gives it another id. */
export type Traits = Pick<
  KnownEntry,
  'key' | 'altKey' | 'title' | 'link' | 'publishedAt' | 'snippet' | 'image' | 'contentHash'
> & { audio?: 1 };

/** All that is known, and all that is listed: what a link is judged by. */
export interface Surroundings {
  rows: readonly KnownEntry[];
  items: ReadonlyMap<string, Item>;
}

/** The links that just one of them has. */
export function linksOfOne(
  entries: readonly Traits[],
  link: (entry: Pick<Traits, 'link'>) => string,
): Set<string> {
  const groups = Map.groupBy(entries, link);
  return new Set([...groups].filter(([, group]) => group.length === 1).map(([link]) => link));
}

/** Without a path: whatever is new stands there. */
export function isFrontPage(link: string): boolean {
  return link !== '' && !link.includes('/');
}

export function isSameDate(row: Traits, entry: Traits): boolean {
  return row.publishedAt !== null && row.publishedAt === entry.publishedAt;
}

/** Without a link the second identity is of the words already. */
export function isSameText(row: Traits, entry: Traits): boolean {
  if (entry.link === '' || row.contentHash === entry.contentHash) return true;
  return row.snippet + row.image !== '' && row.snippet === entry.snippet && row.image === entry.image;
}
