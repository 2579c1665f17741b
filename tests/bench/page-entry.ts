/** The extension's own reads, for a page in which none of its other code runs. */
import * as lists from '../../utils/db/entry-lists';
import { tellReading } from '../../utils/messages/reading';

export { countUnread, listCounts } from '../../utils/db/counts';

/** As pages list: the background hears of it. */
export function listEntries(query: lists.EntryQuery): ReturnType<typeof lists.listEntries> {
  tellReading();
  return lists.listEntries(query);
}
