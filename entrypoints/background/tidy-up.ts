import { tidy } from '../../utils/actions/tidy';
import type { World } from '../../utils/actions/world';
import { getUncleaned } from '../../utils/browser/cleaning-choices';
import { getRetention } from '../../utils/browser/retention';
import { readSnapshots, writeSnapshots } from '../../utils/browser/snapshots';
import { markRecordings } from '../../utils/db/mark-recordings';

/** What is kept outside the database, by where it is. Loaded after a round, not at the start. */
export async function tidyUp(world: World): Promise<void> {
  await tidy(world, { getRetention, getUncleaned, shelf: { read: readSnapshots, write: writeSnapshots } });
  await markRecordings();
}
