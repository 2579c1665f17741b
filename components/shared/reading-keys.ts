import { showKeys } from './keys-help';
import { markAllRead } from './mark-all';
import { setRead, toggleStar } from './marks';
import { pageOn, showFeedBeside } from './moving-on';
import { refresh } from './refreshing';
import { visit } from './route';
import type { Scope } from './route-hash';
import { leaveSearch, startSearch } from './search-state';
import { startTagging } from './start-tagging';
import type { KeyHandlers } from './use-keys';
import { closeEntry, openBeside, openEntry, selectBeside, selectedEntry, showOriginal } from './walking';

function withSelected(act: (entry: NonNullable<ReturnType<typeof selectedEntry>>) => void): () => void {
  return () => {
    const entry = selectedEntry();
    if (entry) act(entry);
  };
}

const show = (scope: Scope) => () => visit({ scope, entryId: null });

/** What the keys do wherever articles are listed and read. */
export const readingKeys: KeyHandlers = {
  openNext: () => void openBeside(1),
  openPrevious: () => void openBeside(-1),
  selectNext: () => void selectBeside(1),
  selectPrevious: () => void selectBeside(-1),
  open: withSelected(openEntry),
  original: () => showOriginal(true),
  originalBehind: () => showOriginal(false),
  toggleRead: withSelected((entry) => void setRead(entry, entry.read === 0)),
  toggleStar: withSelected((entry) => void toggleStar(entry)),
  tag: withSelected(startTagging),
  markAll: () => void markAllRead(),
  refresh: () => void refresh(),
  nextFeed: () => showFeedBeside(1),
  previousFeed: () => showFeedBeside(-1),
  pageOn: () => void pageOn(),
  showUnread: show({ kind: 'unread' }),
  showAll: show({ kind: 'all' }),
  showStarred: show({ kind: 'starred' }),
  search: startSearch,
  back: () => leaveSearch() || closeEntry(),
  help: () => void showKeys(),
};
