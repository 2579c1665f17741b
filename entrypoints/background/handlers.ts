import { moveFeed, renameFeed } from '../../utils/actions/arrange-feeds';
import { createFolder, removeFolder, renameFolder } from '../../utils/actions/arrange-folders';
import { discover } from '../../utils/actions/discover';
import { dismissNotice } from '../../utils/actions/dismiss-notice';
import { exportOpml } from '../../utils/actions/export-opml';
import { importOpml } from '../../utils/actions/import-opml';
import { importRecords } from '../../utils/actions/import-records';
import { markAllRead, undo } from '../../utils/actions/mark-all-read';
import { markRead } from '../../utils/actions/mark-read';
import { refreshFeeds } from '../../utils/actions/refresh-feeds';
import { star } from '../../utils/actions/star';
import { subscribe } from '../../utils/actions/subscribe';
import { undoImport } from '../../utils/actions/undo-import';
import { restoreFeed, unsubscribe } from '../../utils/actions/unsubscribe';
import type { World } from '../../utils/actions/world';
import type { Handlers } from '../../utils/messages/serve';

/** Message name to action. */
export function handlersIn(world: World): Handlers {
  return {
    subscribe: (input) => subscribe(world, input),
    discover: (input) => discover(world, input),
    unsubscribe: (input) => unsubscribe(world, input),
    restoreFeed: (input) => restoreFeed(world, input),
    renameFeed: (input) => renameFeed(world, input),
    moveFeed: (input) => moveFeed(world, input),
    createFolder: (input) => createFolder(world, input),
    renameFolder: (input) => renameFolder(world, input),
    removeFolder: (input) => removeFolder(world, input),
    refresh: (input) => refreshFeeds(world, input),
    markRead: (input) => markRead(world, input),
    markAllRead: (input) => markAllRead(world, input),
    undo: (input) => undo(world, input),
    star: (input) => star(world, input),
    importOpml: (input) => importOpml(world, input),
    exportOpml: () => exportOpml(world),
    importRecords: (input) => importRecords(world, input),
    undoImport: (input) => undoImport(world, input),
    dismissNotice: (input) => dismissNotice(world, input),
  };
}
