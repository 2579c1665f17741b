import { badgeText } from '../browser/badge';
import { countUnread } from '../db/counts';
import type { World } from './world';

/** Puts the number of unread articles on the toolbar button, or nothing when the reader wants none. */
export async function showBadge(world: World): Promise<void> {
  const [unread, settings] = await Promise.all([countUnread(), world.getSettings()]);
  await world.setBadge(settings.badge === 'off' ? '' : badgeText(unread), unread);
}
