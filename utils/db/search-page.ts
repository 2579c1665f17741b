import type { Entry } from '../model/entry';
import type { Place } from './newest';

/** Longer than this a page that has something is not filled: half of a tenth of a second is when a reader begins to wait. */
const soonMs = 40;
/** Longer than this a page is not waited for at all, where nearly all candidates lack the phrase. */
const patienceMs = 80;

/** A page of results. */
export interface Found {
  entries: Entry[];
  /** Where the next page begins; null when all was looked through. A page may be short, or empty, and not be the last. */
  next: Place | null;
}

/** Of all that was found the first `limit`; where they are fewer, there are no more. */
export function pageOf(found: readonly Entry[], limit: number): Found {
  const entries = found.slice(0, limit);
  const last = entries.length === limit ? entries.at(-1) : undefined;
  return { entries, next: last ? { sortAt: last.sortAt, id: last.id } : null };
}

/** Says, from now on, whether a page with what was found so far has taken too long to be filled. */
export function lateness(): (found: readonly Entry[]) => boolean {
  const start = performance.now();
  return (found) => performance.now() - start > (found.length > 0 ? soonMs : patienceMs);
}
