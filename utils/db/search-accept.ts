import { listMarks } from '../model/tag';
import { searchedText } from '../search/article-text';
import { toPlain } from '../search/plain';
import type { SearchPlan, WantedTerm } from '../search/plan';
import { hasTerm } from '../search/term';
import { marksOf } from './mark-tally';
import type { EntryRow } from './schema';

/** Whether what the row itself says, `read` by the watermark included, is what the plan wants. */
export function acceptsRow(plan: SearchPlan, row: EntryRow): boolean {
  // the index knows the feed that it was in when it was indexed
  if (plan.feedIds?.has(row.feedId) === false) return false;
  if (plan.unread !== null && plan.unread !== (row.read === 0)) return false;
  if (plan.starred !== null && plan.starred !== (row.starred === 1)) return false;
  if (row.hidden === 1 && !wantsHidden(plan)) return false;
  const own = marksOf(row);
  return plan.marks.every(({ marks, not }) => marks.some((mark) => own.includes(mark)) !== not);
}

function wantsHidden({ marks }: SearchPlan): boolean {
  return marks.some((one) => !one.not && one.marks.includes(listMarks.hidden));
}

/** Whether a text has to be read to know: phrases, and words that were not looked up in the index. */
export function needsText(plan: SearchPlan): boolean {
  return plan.unwanted.length > 0 || plan.wanted.some(({ term }) => term.compared);
}

/**
 * Whether the article's text is what the plan wants. Where it was pruned, the index is believed: it knew all of it but
 * the order of the words.
 */
export function acceptsText(plan: SearchPlan, row: EntryRow, html: string): boolean {
  const { text } = toPlain(searchedText(row, html));
  const has = ({ term, feedIds }: WantedTerm) => feedIds.has(row.feedId) || hasTerm(term, text);
  if (plan.unwanted.some(has)) return false;
  return row.bodyGone === 1 || plan.wanted.every((one) => !one.term.compared || has(one));
}
