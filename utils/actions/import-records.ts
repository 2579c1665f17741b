import { isArchive, siteOf } from '../archive/archive-feed';
import { type ArchiveRecord, readRecord } from '../archive/record';
import { entryOfRecord, recordKey } from '../archive/record-entry';
import { commitCheck } from '../db/commit-check';
import { listBodies } from '../db/entry-links';
import { listFeeds } from '../db/feeds';
import type { NewEntry } from '../db/new-rows';
import type { Input, Output, RecordsReport } from '../messages/protocol';
import type { Entry } from '../model/entry';
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
 * An article that is here already, from a feed or an import, is not added again; a file that tells an imported one
 * otherwise is named. All that an import adds arrived at
 * its `importId` (ms), which is how `undoImport` finds it. Throws storage-full, storage-failed.
 */
export function importRecords(world: World, input: Input<'importRecords'>): Promise<Output<'importRecords'>> {
  return inTurn(async () => {
    await restoreSubscriptions(world);
    const importId = input.importId ?? world.now();
    const { brought, refused } = readAll(input.records);
    const { wanted, differing } = await sortOut(importId, brought);
    const added = await addAll(world, wanted, importId, input.read === true);
    const others = differing.map((name) => ({ name, reason: 'other-text' as const }));
    const alreadyThere = brought.length - added - others.length;
    return { importId, added, alreadyThere, refused: [...refused, ...others] };
  });
}

/** A record out of a file of that name, and what it is known by. */
interface Brought {
  name: string;
  key: string;
  record: ArchiveRecord;
}

function readAll(files: readonly { name: string; text: string }[]) {
  const brought: Brought[] = [];
  const refused: RecordsReport['refused'] = [];
  for (const { name, text } of files) {
    const read = readRecord(text);
    if (read.ok) brought.push({ name, key: recordKey(read.record), record: read.record });
    else refused.push({ name, reason: read.reason });
  }
  return { brought, refused };
}

/** Each article once, without those that are here; and the files that tell one of them otherwise. */
async function sortOut(importId: number, brought: readonly Brought[]) {
  const byKey = Map.groupBy(brought, ({ key }) => key);
  if (links?.importId !== importId) links = new KnownLinks(importId);
  await links.catchUp();
  const known = await textsOf(await links.which([...byKey.keys()]));
  const wanted = new Map<string, ArchiveRecord>();
  const differing: string[] = [];
  for (const [key, same] of byKey) {
    const [first] = same;
    const texts = known.get(key) ?? new Set(first && [first.record.html]);
    if (first && !known.has(key)) wanted.set(key, first.record);
    if (texts.size === 0) continue;
    differing.push(...same.flatMap(({ name, record }) => (texts.has(record.html) ? [] : [name])));
  }
  return { wanted, differing };
}

/** The texts of articles that were imported; none for those that feeds alone have brought: mirrors write as they like. */
async function textsOf(had: ReadonlyMap<string, readonly Entry[]>): Promise<Map<string, Set<string>>> {
  const archives = new Set((await listFeeds()).filter(isArchive).map(({ id }) => id));
  const isImported = (entries: readonly Entry[]) => entries.some(({ feedId }) => archives.has(feedId));
  const asked = [...had.values()].filter(isImported).flat();
  const bodies = await listBodies(asked.map(({ id }) => id));
  const textsIn = (entries: readonly Entry[]) =>
    new Set(entries.flatMap(({ id }) => bodies.get(id)?.html ?? []));
  return new Map([...had].map(([key, entries]) => [key, textsIn(entries)]));
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
