import type { World } from '../../utils/actions/world';

/** Fetches icons for feeds that have none. Nobody waits for it. */
export async function newIcons(world: World): Promise<void> {
  await (await import('../../utils/actions/fetch-icons')).fetchIcons(world);
}
