import type { World } from '../../utils/actions/world';

/** After a round: tells of what has arrived, keeps it where feeds are read offline, and asks for icons. Nobody waits for it. */
export async function keepArrived(world: World): Promise<void> {
  await (await import('../../utils/actions/deliver')).deliver(world).catch(() => undefined);
  await (await import('../../utils/actions/keep-offline')).keepOffline(world);
  await (await import('../../utils/actions/fetch-icons')).fetchIcons(world);
}
