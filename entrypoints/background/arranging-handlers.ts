import type { World } from '../../utils/actions/world';
import type { Handlers } from '../../utils/messages/serve';

/** What arranges feeds, folders, tags, searches and rules. */
export function arrangingHandlers(world: World) {
  return {
    moveFeed: async (input) => (await import('../../utils/actions/arrange-feeds')).moveFeed(world, input),
    createFolder: async (input) =>
      (await import('../../utils/actions/arrange-folders')).createFolder(world, input),
    renameFolder: async (input) =>
      (await import('../../utils/actions/arrange-folders')).renameFolder(world, input),
    removeFolder: async (input) =>
      (await import('../../utils/actions/arrange-folders')).removeFolder(world, input),
    mergeFolder: async (input) =>
      (await import('../../utils/actions/arrange-folders')).mergeFolder(world, input),
    place: async (input) => (await import('../../utils/actions/arrange-folders')).place(world, input),
    undoPlaces: async (input) =>
      (await import('../../utils/actions/arrange-folders')).undoPlaces(world, input),
    mergeFeeds: async (input) => (await import('../../utils/actions/merge-feeds')).mergeFeeds(world, input),
    undoMerge: async (input) => (await import('../../utils/actions/merge-feeds')).undoMerge(world, input),
    tagEntries: async (input) => (await import('../../utils/actions/arrange-tags')).tagEntries(world, input),
    renameTag: async (input) => (await import('../../utils/actions/arrange-tags')).renameTag(world, input),
    mergeTags: async (input) => (await import('../../utils/actions/arrange-tags')).mergeTags(world, input),
    removeTag: async (input) => (await import('../../utils/actions/arrange-tags')).removeTag(world, input),
    restoreTag: async (input) => (await import('../../utils/actions/arrange-tags')).restoreTag(world, input),
    saveSearch: async (input) =>
      (await import('../../utils/actions/saved-searches')).saveSearch(world, input),
    noteOpening: async () => (await import('../../utils/actions/note-opening')).noteOpening(world),
    setRules: async (input) => (await import('../../utils/actions/rules')).setRules(world, input),
    setNotify: async (input) => (await import('../../utils/actions/arrange-feeds')).setNotify(world, input),
    removeSearch: async (input) =>
      (await import('../../utils/actions/saved-searches')).removeSearch(world, input),
  } satisfies Partial<Handlers>;
}
