import type { EntryQuery } from '../../utils/db/entry-lists';
import type { Place } from '../../utils/db/newest';
import { listTold } from '../../utils/db/told';
import type { Entry } from '../../utils/model/entry';

/** What one notification told of, newest first, below `after`: read or unread, and every copy of a story. */
export async function toldPage(
  at: number,
  { limit, after }: Pick<EntryQuery, 'limit' | 'after'>,
): Promise<{ entries: Entry[]; next: Place | null }> {
  const told = await listTold(at);
  const begin = after ? told.findIndex(({ id }) => id === after.id) + 1 : 0;
  const entries = told.slice(begin, begin + limit);
  const last = begin + limit < told.length ? entries.at(-1) : undefined;
  return { entries, next: last ? { sortAt: last.sortAt, id: last.id } : null };
}
