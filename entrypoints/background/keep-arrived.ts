import type { World } from '../../utils/actions/world';

/** Keeps what has arrived in feeds that are read offline. Nobody waits for it. */
export async function keepArrived(world: World): Promise<void> {
  await (await import('../../utils/actions/keep-offline')).keepOffline(world);
}
