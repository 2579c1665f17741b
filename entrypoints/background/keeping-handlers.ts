import type { World } from '../../utils/actions/world';
import type { Handlers } from '../../utils/messages/serve';

type Keeping =
  | 'setOffline'
  | 'fetchFullText'
  | 'setFullText'
  | 'keepArticles'
  | 'noteOpened'
  | 'lookAtFile'
  | 'renewRecording'
  | 'importImages'
  | 'nameImported'
  | 'adoptImages'
  | 'importRecords'
  | 'undoImport';

/** The messages about what is kept beside the feeds: pictures, texts of pages, and archives. */
export function keepingHandlers(world: World): Pick<Handlers, Keeping> {
  return {
    setOffline: async (input) => (await import('../../utils/actions/set-offline')).setOffline(world, input),
    fetchFullText: async (input) =>
      (await import('../../utils/actions/full-text')).fetchFullText(world, input),
    setFullText: async (input) => (await import('../../utils/actions/set-offline')).setFullText(world, input),
    keepArticles: async (input) =>
      (await import('../../utils/actions/keep-offline')).keepArticles(world, input),
    noteOpened: async (input) => (await import('../../utils/actions/set-offline')).noteOpened(world, input),
    lookAtFile: async (input) => (await import('../../utils/actions/look-at-file')).lookAtFile(world, input),
    renewRecording: async (input) =>
      (await import('../../utils/actions/renew-recording')).renewRecording(world, input),
    importImages: async (input) =>
      (await import('../../utils/actions/import-images')).importImages(world, input),
    nameImported: async (input) =>
      (await import('../../utils/actions/import-images')).nameImported(world, input),
    adoptImages: async (input) =>
      (await import('../../utils/actions/import-images')).adoptImages(world, input),
    importRecords: async (input) =>
      (await import('../../utils/actions/import-records')).importRecords(world, input),
    undoImport: async (input) => (await import('../../utils/actions/undo-import')).undoImport(world, input),
  };
}
