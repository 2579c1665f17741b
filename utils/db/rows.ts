import type { Entry } from '../model/entry';
import type { Feed } from '../model/feed';
import type { Tag } from '../model/tag';
import type { EntryRow } from './schema';

/**
 * What is in a database may have been damaged or put there by an older version: a row without its place (id, feed,
 * sort, read) or without words to show is no row; what else is missing or of a wrong type gets its blank.
 */
const essential = {
  id: 'number',
  feedId: 'number',
  sortAt: 'number',
  key: 'string',
  title: 'string',
  link: 'string',
} satisfies Partial<Record<keyof Entry, string>>;

const blanks = {
  altKey: '',
  author: '',
  arrivedAt: 0,
  unreadAt: 0,
  starred: 0,
  snippet: '',
  image: '',
  contentHash: '',
} satisfies Partial<Entry>;

/** The row that `value` is, or null where it is damaged. */
export function asEntryRow(value: unknown): EntryRow | null {
  if (typeof value !== 'object' || value === null) return null;
  const row: Record<string, unknown> = { ...value };
  for (const [field, type] of Object.entries(essential)) {
    if (typeof row[field] !== type) return null;
  }
  if (row.read !== 0 && row.read !== 1) return null;
  for (const [field, blank] of Object.entries(blanks)) {
    if (typeof row[field] !== typeof blank) row[field] = blank;
  }
  for (const field of ['publishedAt', 'updatedAt']) {
    if (typeof row[field] !== 'number') row[field] = null;
  }
  const { tags } = row;
  if (tags !== undefined && !(Array.isArray(tags) && tags.every(Number.isSafeInteger))) delete row.tags;
  return row as unknown as EntryRow;
}

/** The tag that `value` is, or null where it is damaged. */
export function asTag(value: unknown): Tag | null {
  if (typeof value !== 'object' || value === null) return null;
  const tag = value as Partial<Tag>;
  if (typeof tag.id !== 'number' || typeof tag.title !== 'string') return null;
  return { ...tag, id: tag.id, title: tag.title, removedAt: tag.removedAt ?? null };
}

/** The feed that `value` is, or null where it is damaged: without an id or an address nothing can be done with it. */
export function asFeed(value: unknown): Feed | null {
  if (typeof value !== 'object' || value === null) return null;
  const feed = value as Partial<Feed>;
  const hasSources = Array.isArray(feed.sources) && feed.sources.every((s) => typeof s?.url === 'string');
  return typeof feed.id === 'number' && hasSources ? (feed as Feed) : null;
}

/** All of `values` that `as` can read. */
export function readable<Row>(values: readonly unknown[], as: (value: unknown) => Row | null): Row[] {
  return values.map(as).filter((row) => row !== null);
}
