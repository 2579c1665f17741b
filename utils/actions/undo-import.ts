import { deleteArrived, deleteEmptyFeed } from '../db/take-back';
import type { Input, Output } from '../messages/protocol';
import { ProblemError } from '../model/problem';
import { listArchives } from './archive-feeds';
import { feedsChanged } from './feeds-changed';
import type { World } from './world';

/** Takes back what an import added, and the archive feeds that are empty then. Throws nothing-to-undo. */
export async function undoImport(
  world: World,
  { importId }: Input<'undoImport'>,
): Promise<Output<'undoImport'>> {
  let removed = 0;
  for (const { id } of await listArchives()) {
    const count = await deleteArrived(id, importId);
    removed += count;
    if (count > 0) await deleteEmptyFeed(id);
  }
  if (removed === 0) throw new ProblemError({ kind: 'nothing-to-undo' });
  await feedsChanged(world);
  world.announce({ kind: 'lists' });
  return { removed };
}
