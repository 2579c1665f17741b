import { newDraft } from '../../utils/feed/draft';
import type { ParsedEntry } from '../../utils/model/parsed';

/** An entry that has nothing but these fields. */
export function entry(fields: Partial<ParsedEntry>): ParsedEntry {
  return { ...newDraft('', '', null).value, ...fields };
}
