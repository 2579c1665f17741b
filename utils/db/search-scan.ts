import type { Entry } from '../model/entry';
import type { SearchPlan } from '../search/plan';
import { listEntries } from './entry-lists';
import type { Place } from './newest';
import { acceptsRow, acceptsText, needsText } from './search-accept';
import { type Found, lateness, pageOf } from './search-page';
import { loadTexts } from './search-source';
import { read } from './transaction';

/** Rows that are looked at together; of those whose texts have to be read, fewer. */
const pageSize = 100;
const textsAtOnce = 32;

/**
 * What a plan without words to look up finds: lists know states, feeds and tags better than an index of words. What lacks a
 * word is found by reading texts: all of them, where nearly all have it. So a page ends early when it takes long.
 */
export async function scanEntries(plan: SearchPlan, limit: number, after: Place | null): Promise<Found> {
  const isLate = lateness();
  const found: Entry[] = [];
  const size = needsText(plan) ? textsAtOnce : pageSize;
  const query = { ...queryOf(plan), since: plan.after, limit: size };
  let place = after ?? (Number.isFinite(plan.before) ? { sortAt: plan.before, id: 0 } : null);
  while (found.length < limit) {
    const rows = await listEntries({ ...query, ...(place && { after: place }) });
    found.push(...(await accepted(plan, rows)));
    const last = rows.at(-1);
    if (!last || rows.length < size) break;
    place = { sortAt: last.sortAt, id: last.id };
    if (found.length < limit && isLate(found)) return { entries: found, next: place };
  }
  return pageOf(found, limit);
}

/** The list that holds all that can be meant, and as little else as there is a list for. */
function queryOf({ starred, unread, marks, feedIds }: SearchPlan) {
  const feeds = feedIds && { feedIds: [...feedIds] };
  const [mark, ...others] = marks.find((one) => !one.not)?.marks ?? [];
  if (mark !== undefined && others.length === 0) return { filter: 'marked' as const, mark, ...feeds };
  if (starred) return { filter: 'starred' as const, ...feeds };
  return { filter: unread ? ('unread' as const) : ('all' as const), ...feeds };
}

async function accepted(plan: SearchPlan, rows: readonly Entry[]): Promise<Entry[]> {
  const left = rows.filter((row) => acceptsRow(plan, row));
  if (!needsText(plan) || left.length === 0) return left;
  const texts = await read(['bodies', 'fullTexts'], (tx) =>
    loadTexts(
      tx,
      left.map(({ id }) => id),
    ),
  );
  return left.filter((row, at) => acceptsText(plan, row, texts[at] ?? ''));
}
