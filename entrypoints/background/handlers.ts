import type { World } from '../../utils/actions/world';
import type { Handlers } from '../../utils/messages/serve';
import { arrangingHandlers } from './arranging-handlers';
import { keepArrived } from './keep-arrived';
import { keepingHandlers } from './keeping-handlers';

/** Messages that are answered without this table. */
export type AtHand = 'markRead' | 'star';

/** Message name to action, but for those of `at-hand.ts`; each action is loaded when it is asked for. */
export function handlersIn(world: World): Omit<Handlers, AtHand> {
  return {
    ...arrangingHandlers(world),
    ...keepingHandlers(world),
    markAllRead: async (input) =>
      (await import('../../utils/actions/mark-all-read')).markAllRead(world, input),
    undo: async (input) => (await import('../../utils/actions/mark-all-read')).undo(world, input),
    subscribe: async (input) => {
      const output = await (await import('../../utils/actions/subscribe')).subscribe(world, input);
      void (await import('../../utils/actions/fetch-icons')).fetchIcons(world);
      return output;
    },
    discover: async (input) => (await import('../../utils/actions/discover')).discover(world, input),
    findOnPage: async (input) => (await import('../../utils/actions/discover')).findOnPage(world, input),
    preview: async (input) => (await import('../../utils/actions/preview')).preview(world, input),
    unsubscribe: async (input) => (await import('../../utils/actions/unsubscribe')).unsubscribe(world, input),
    restoreFeed: async (input) => (await import('../../utils/actions/unsubscribe')).restoreFeed(world, input),
    renameFeed: async (input) => (await import('../../utils/actions/arrange-feeds')).renameFeed(world, input),
    addSource: async (input) => (await import('../../utils/actions/arrange-sources')).addSource(world, input),
    removeSource: async (input) =>
      (await import('../../utils/actions/arrange-sources')).removeSource(world, input),
    moveSource: async (input) =>
      (await import('../../utils/actions/arrange-sources')).moveSource(world, input),
    setCheckInterval: async (input) =>
      (await import('../../utils/actions/arrange-sources')).setCheckInterval(world, input),
    setRetention: async (input) =>
      (await import('../../utils/actions/set-retention')).setRetention(world, input),
    setFeedImages: async (input) =>
      (await import('../../utils/actions/arrange-feeds')).setFeedImages(world, input),
    setKeepsApart: async (input) =>
      (await import('../../utils/actions/arrange-feeds')).setKeepsApart(world, input),
    setHiding: async (input) => (await import('../../utils/actions/set-hiding')).setHiding(world, input),
    setFeedScript: async (input) =>
      (await import('../../utils/actions/arrange-feeds')).setFeedScript(world, input),
    setFeedSpeed: async (input) =>
      (await import('../../utils/actions/arrange-feeds')).setFeedSpeed(world, input),
    refresh: async (input) => {
      const { refreshFeeds } = await import('../../utils/actions/refresh-feeds');
      return refreshFeeds(world, input).finally(() => void keepArrived(world));
    },
    importOpml: async (input) => (await import('../../utils/actions/import-opml')).importOpml(world, input),
    importOpmlFrom: async (input) =>
      (await import('../../utils/actions/import-opml-from')).importOpmlFrom(world, input),
    exportOpml: async (input) => (await import('../../utils/actions/export-opml')).exportOpml(world, input),
    putBy: async () => (await import('./put-by')).putBy(world),
    restoreBackup: async (input) =>
      (await import('../../utils/actions/restore-backup')).restoreBackup(world, input),
    restoreEntries: async (input) =>
      (await import('../../utils/actions/restore-entries')).restoreEntries(world, input),
    dismissNotice: async (input) =>
      (await import('../../utils/actions/dismiss-notice')).dismissNotice(world, input),
    checkStore: async () => (await import('../../utils/actions/check-store')).checkStore(world),
  };
}
