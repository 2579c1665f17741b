import * as snapshots from '../../utils/actions/snapshot';
import type { World } from '../../utils/actions/world';
import { getUncleaned } from '../../utils/browser/cleaning-choices';
import { getListening } from '../../utils/browser/listening-choices';
import { getRetention } from '../../utils/browser/retention';
import { readSnapshots, writeSnapshots } from '../../utils/browser/snapshots';

/** What the reader has, before a restore replaces it. */
export async function putBy(world: World): Promise<{ at: number }> {
  const shelf = { read: readSnapshots, write: writeSnapshots };
  const [retention, uncleaned, listening] = await Promise.all([
    getRetention(),
    getUncleaned(),
    getListening(),
  ]);
  return snapshots.putBy(world, shelf, { retention, uncleaned, listening });
}
