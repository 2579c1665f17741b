import type { Chosen } from '../browser/menus';
import { readPageOf } from '../browser/page-of-tab';
import { openPreview, openReader, openSubscribing } from '../browser/tabs';
import { t } from '../browser/text';
import { countUnread } from '../db/counts';
import { markOpened } from './mark-opened';
import { savePage } from './save-page';
import { showBadge } from './show-badge';
import type { World } from './world';

/** Long enough to be seen (ms). */
const doneMs = 1500;

/** There is no page of ours to say so: the badge does. */
async function showDone(world: World): Promise<void> {
  const { badgeColor } = await world.getSettings();
  await world.setBadge('✓', await countUnread(), badgeColor);
  await world.pause(doneMs);
  await showBadge(world);
}

/** Does what was chosen in the menu of a page or link. */
export async function byMenu(world: World, { choice, address, isLink, tabId }: Chosen): Promise<void> {
  if (choice === 'open-feed') return openPreview(address);
  if (choice === 'subscribe') return openSubscribing(isLink ? { add: [address] } : { find: address });
  const page = tabId === undefined ? null : await readPageOf(tabId);
  // where the browser lets nobody look, its address is kept at least
  const words = { feedTitle: t('savedPages'), addressOnly: t('savedAddressOnly') };
  const saved = await savePage(world, page ?? { url: address, title: '', html: '' }, words);
  // what stands there in the place of the text says what is missing
  if (!saved) return;
  if (!saved.isAddressOnly) return showDone(world);
  await openReader(`/unread/entry/${saved.entryId}`);
  await markOpened(world, saved.entryId);
}
