import { readEntries, readSeen } from '../backup/read-backup';
import { getFeed } from '../db/feeds';
import { restoreGoneList } from '../db/gone-lists';
import { type KnownEntry, listKnownEntries } from '../db/known-entries';
import * as db from '../db/restore-entries';
import { needTags } from '../db/tags';
import type { Input, Output } from '../messages/protocol';
import { ProblemError } from '../model/problem';
import { tagKey } from '../model/tag';
import { matchEntries } from './match-entries';
import { showBadge } from './show-badge';
import type { World } from './world';

/** Puts one further line of a backup, of entries or of what was pruned, into the feed that it belongs to. Throws input-invalid, no-such-feed, storage-full. */
export async function restoreEntries(
  world: World,
  { feedId, text, mode }: Input<'restoreEntries'>,
): Promise<Output<'restoreEntries'>> {
  const [line, seen] = [readEntries(text), readSeen(text)];
  if (!line && !seen) throw new ProblemError({ kind: 'input-invalid', field: 'text' });
  if (!(await getFeed(feedId))) throw new ProblemError({ kind: 'no-such-feed', feedId });
  if (seen) await restoreGoneList(feedId, seen, world.now());
  if (!line) return { added: 0, changed: 0 };
  const tagIds = await needTags(line.entries.flatMap(({ tags = [] }) => tags));
  const items = line.entries.map(({ entry, body, tags = [], ...beside }) => ({
    entry,
    body: body ?? noBody(entry.link),
    beside,
    tagIds: tags.flatMap((name) => tagIds.get(tagKey(name)) ?? []),
  }));
  const known = underKeysHere(items, await rowsBefore(feedId));
  const restored = await db.restoreEntries(feedId, known, world.now(), mode !== 'merge');
  await showBadge(world);
  world.announce({ kind: 'lists' });
  if (tagIds.size > 0) world.announce({ kind: 'tags' });
  return restored;
}

/** The rows of the feed whose lines are being restored, as they were before the first of them. */
let shelf: { feedId: number; rows: KnownEntry[] } | null = null;

/** To be called when a restore begins. */
export function forgetShelf(): void {
  shelf = null;
}

async function rowsBefore(feedId: number): Promise<KnownEntry[]> {
  if (shelf?.feedId !== feedId) shelf = { feedId, rows: await listKnownEntries(feedId) };
  return shelf.rows;
}

/** What a feed has under other keys since the backup was written, as a check would find it, is no second article. */
function underKeysHere(items: readonly db.RestoredItem[], rows: readonly KnownEntry[]): db.RestoredItem[] {
  const byKey = new Map(items.map((item) => [item.entry.key, item]));
  const here = new Set(rows.map(({ key }) => key));
  const unknown = new Map([...byKey].filter(([key]) => !here.has(key)));
  const matched = matchEntries(unknown, rows, byKey);
  return items.map((item) => {
    const key = matched.get(item.entry.key)?.key;
    return key === undefined ? item : { ...item, entry: { ...item.entry, key } };
  });
}

function noBody(base: string) {
  return { html: '', base, language: '', categories: [], enclosures: [], comments: '' };
}
