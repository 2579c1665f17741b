import { moveFeed, renameFeed } from '../../utils/actions/arrange-feeds';
import { createFolder, removeFolder, renameFolder } from '../../utils/actions/arrange-folders';
import { dismissNotice } from '../../utils/actions/dismiss-notice';
import { markAllRead, undo } from '../../utils/actions/mark-all-read';
import { markRead } from '../../utils/actions/mark-read';
import { refreshFeeds } from '../../utils/actions/refresh-feeds';
import { star } from '../../utils/actions/star';
import { restoreFeed, unsubscribe } from '../../utils/actions/unsubscribe';
import type { World } from '../../utils/actions/world';
import type { Handlers } from '../../utils/messages/serve';

/** Message name to action. */
export function handlersIn(world: World): Handlers {
  return {
    subscribe: async (input) => (await import('../../utils/actions/subscribe')).subscribe(world, input),
    discover: async (input) => (await import('../../utils/actions/discover')).discover(world, input),
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
    importOpml: async (input) => (await import('../../utils/actions/import-opml')).importOpml(world, input),
    exportOpml: async () => (await import('../../utils/actions/export-opml')).exportOpml(world),
    importRecords: async (input) =>
      (await import('../../utils/actions/import-records')).importRecords(world, input),
    undoImport: async (input) => (await import('../../utils/actions/undo-import')).undoImport(world, input),
    dismissNotice: (input) => dismissNotice(world, input),
  };
}
