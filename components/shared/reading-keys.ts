import { showKeys } from './keys-help';
import { listen } from './listen';
import { markAllRead } from './mark-all';
import { setRead, toggleStar } from './marks';
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

const movingOn = () => import('./moving-on');
const feedBeside = (step: 1 | -1) => () => void movingOn().then(({ showFeedBeside }) => showFeedBeside(step));
const show = (scope: Scope) => () => visit({ scope, entryId: null });

const soundKeys = ['readAloud', 'playOrPause', 'addToQueue', 'playNext', 'soundBack', 'soundAhead'] as const;

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
  nextFeed: feedBeside(1),
  previousFeed: feedBeside(-1),
  pageOn: () => void movingOn().then(({ pageOn }) => pageOn()),
  showUnread: show({ kind: 'unread' }),
  showAll: show({ kind: 'all' }),
  showStarred: show({ kind: 'starred' }),
  ...Object.fromEntries(soundKeys.map((key) => [key, () => listen(key)])),
  search: startSearch,
  back: () => leaveSearch() || closeEntry(),
  help: () => void showKeys(),
};
