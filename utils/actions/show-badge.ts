import { badgeText } from '../browser/badge';
import { countUnread } from '../db/counts';
import type { World } from './world';

/** Puts the number of unread or new articles on the toolbar button, or nothing when the reader wants none. */
export async function showBadge(world: World): Promise<void> {
  const [unread, settings] = await Promise.all([countUnread(), world.getSettings()]);
  const shown = settings.badge === 'new' ? await countNew() : settings.badge === 'off' ? 0 : unread;
  await world.setBadge(badgeText(shown), unread, settings.badgeColor);
}

/** Few readers ask for it: what counts it is loaded for them. */
async function countNew(): Promise<number> {
  return (await import('../db/new-since')).countNew();
}
