import type { ParsedEntry, ParsedFeed } from '../model/parsed';
import type { EntryDraft, FeedDraft } from './draft';
import { updatePeriodMinutes } from './update-period';

/** An entry when all of it has been read. RSS has one element for summary and content, so what it says is both. */
export function finishEntry(draft: EntryDraft, format: ParsedFeed['format']): ParsedEntry {
  const entry = draft.value;
  if (entry.content === '' && format !== 'atom') entry.content = entry.summary;
  const file = entry.enclosures.find(({ type }) => !type.startsWith('image/'));
  if (file) file.duration ??= draft.duration;
  return entry;
}

export function finishFeed(draft: FeedDraft): ParsedFeed {
  const feed = draft.value;
  feed.updatePeriodMinutes = updatePeriodMinutes(draft.period, draft.frequency);
  feed.skipHours.sort((a, b) => a - b);
  feed.skipDays.sort((a, b) => a - b);
  return feed;
}
