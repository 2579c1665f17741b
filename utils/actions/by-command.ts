import type { BrowserCommand } from '../browser/commands';
import { showReader } from '../browser/reader-tab';
import { saveUndoOffer } from '../browser/undo-offer';
import { listEntries } from '../db/entry-lists';
import { markAllRead } from './mark-all-read';
import { markOpened } from './mark-opened';
import type { World } from './world';

/** Does what a key of the browser asks for, wherever the reader is. */
export async function byCommand(world: World, command: BrowserCommand): Promise<void> {
  if (command === 'next-unread') return nextUnread(world);
  const { undoId, changed } = await markAllRead(world, {});
  if (changed > 0) await saveUndoOffer({ undoId, changed, at: world.now() });
}

/** Opens the newest unread article in the reader page; where there is none, what is unread. */
async function nextUnread(world: World): Promise<void> {
  const [next] = await listEntries({ filter: 'unread', limit: 1 });
  await showReader(next ? `/unread/entry/${next.id}` : '/unread');
  if (next) await markOpened(world, next.id);
}
