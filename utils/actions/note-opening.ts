import { noteOpening as store } from '../db/new-since';
import { showBadge } from './show-badge';
import type { World } from './world';

/** The reader has opened a page: what is there by now is no longer new. */
export async function noteOpening(world: World): Promise<Record<string, never>> {
  await store();
  await showBadge(world);
  return {};
}
