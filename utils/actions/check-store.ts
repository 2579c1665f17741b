import { getRepairReport, repairCounts } from '../db/repair';
import type { Output } from '../messages/protocol';
import { showBadge } from './show-badge';
import type { World } from './world';

const week = 7 * 86_400_000;

/** Counts all articles anew, puts wrong counts right, and says so. */
export async function checkStore(world: World): Promise<Output<'checkStore'>> {
  const wrong = await world.keepAlive(() => repairCounts(world.now()));
  if (wrong.length > 0) {
    await world.tell({ repaired: { count: wrong.length } });
    await showBadge(world);
    world.announce({ kind: 'lists' });
  }
  return { feeds: (await getRepairReport())?.feeds ?? 0, wrong: wrong.length };
}

/** The same, if it was not done for a week: counts change with the rows they count, so that only damage makes them wrong. */
export async function checkStoreWeekly(world: World): Promise<void> {
  const passed = world.now() - ((await getRepairReport())?.at ?? 0);
  if (passed < 0 || passed >= week) await checkStore(world);
}
