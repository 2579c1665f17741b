import { batch } from '@preact/signals';
import { getFront } from '../../utils/browser/front';
import { beginWithFaces } from './feeds-state';
import { listStatus, showRows } from './list-state';
import { route } from './route';

/**
 * Shows what is kept of the list of unread articles where that list is on its way: its storage answers long before the
 * database of a page that has just been opened.
 */
export async function showKeptRows(): Promise<void> {
  const front = await getFront().catch(() => null);
  if (!front || listStatus.value !== 'loading' || route.value.scope.kind !== 'unread') return;
  batch(() => {
    beginWithFaces(front);
    showRows(front);
  });
}
