import { siteOf } from '../archive/archive-feed';
import { type ArchiveRecord, readRecord } from '../archive/record';
import { entryOfRecord, recordKey } from '../archive/record-entry';
import { commitCheck, type NewEntry } from '../db/commit-check';
import type { Input, Output, RecordsReport } from '../messages/protocol';
import { archivesOf } from './archive-feeds';
import { feedsChanged } from './feeds-changed';
import { KnownLinks } from './known-links';
import { newEntry } from './new-entry';
import { oneAtATime } from './one-at-a-time';
import { restoreSubscriptions } from './restore-subscriptions';
import { showBadge } from './show-badge';
import type { World } from './world';

const inTurn = oneAtATime();
let links: KnownLinks | null = null;

/**
 * Adds articles from their records, one message of an import that may have many; each site's go into its archive feed.
 * An article that is here already, from a feed or an import, is not added again. All that an import adds arrived at
 * its `importId` (ms), which is how `undoImport` finds it. Throws storage-full, storage-failed.
 */
export function importRecords(world: World, input: Input<'importRecords'>): Promise<Output<'importRecords'>> {
  return inTurn(async () => {
    await restoreSubscriptions(world);
    const importId = input.importId ?? world.now();
    const { records, refused } = readAll(input.records);
    const wanted = await unknownOf(importId, records);
    const added = await addAll(world, wanted, importId, input.read === true);
    return { importId, added, alreadyThere: records.length - added, refused };
  });
}

function readAll(files: readonly { name: string; text: string }[]) {
  const records: ArchiveRecord[] = [];
  const refused: RecordsReport['refused'] = [];
  for (const { name, text } of files) {
    const read = readRecord(text);
    if (read.ok) records.push(read.record);
    else refused.push({ name, reason: read.reason });
  }
  return { records, refused };
}

/** Each article once, without those that are here. */
async function unknownOf(
  importId: number,
  records: readonly ArchiveRecord[],
): Promise<Map<string, ArchiveRecord>> {
  const byKey = new Map<string, ArchiveRecord>();
  for (const record of records) {
    const key = recordKey(record);
    if (!byKey.has(key)) byKey.set(key, record);
  }
  if (links?.importId !== importId) links = new KnownLinks(importId);
  await links.catchUp();
  for (const key of await links.which([...byKey.keys()])) byKey.delete(key);
  return byKey;
}

async function addAll(world: World, wanted: Map<string, ArchiveRecord>, importId: number, read: boolean) {
  const bySite = Map.groupBy(wanted, ([, { link }]) => siteOf(link));
  const { feedIds, changed } = await archivesOf([...bySite.keys()], world.now());
  let added = 0;
  for (const [site, items] of bySite) {
    const entries = items.map(([key, record]) => entryOf(record, key, importId, read));
    const { entryIds } = await commitCheck({ feedId: feedIds.get(site) ?? 0, patch: {}, added: entries });
    added += entryIds.length;
  }
  if (changed) await feedsChanged(world);
  else if (added > 0) await showBadge(world);
  if (added > 0) world.announce({ kind: 'lists' });
  return added;
}

/** The title stays as it is: what stands for a missing one in a list would come out in the next export. */
function entryOf(record: ArchiveRecord, key: string, importId: number, read: boolean): NewEntry {
  const { entry, body } = newEntry(entryOfRecord(record), { key, altKey: '' }, importId);
  return { entry: { ...entry, title: record.title, read: read ? 1 : 0 }, body };
}
