/** The extension's own reads, for a page in which none of its other code runs. */
export { countUnread, listCounts } from '../../utils/db/counts';
export { listEntries } from '../../utils/db/entry-lists';
