import { asFolder, needFolder } from './folders';
import { renameInSearches } from './rename-searches';
import { readable } from './rows';
import { write } from './transaction';

/** Searches for the folder follow, where no other is called as it was. Throws no-such-folder. */
export function renameFolder(id: number, title: string): Promise<void> {
  return write('reader', ['folders', 'searches'], async (tx) => {
    const folder = await needFolder(tx, id);
    await tx.objectStore('folders').put({ ...folder, title });
    const others = readable(await tx.objectStore('folders').getAll(), asFolder);
    if (!others.some((one) => one.title === folder.title))
      await renameInSearches(tx, 'folder', folder.title, title);
  });
}
