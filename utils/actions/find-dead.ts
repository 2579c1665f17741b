import type { SegmentRow } from '../db/schema';
import { listMissing, listTables } from '../db/search-source';

/** Ids that are looked up at once. */
const span = 2000;

/** Where these entries stand in the segments and are not dead yet: places by segment. */
export async function placesOf(
  segments: readonly SegmentRow[],
  ids: Iterable<number>,
): Promise<Map<number, number[]>> {
  const wanted = [...ids];
  const near = segments.filter((row) => wanted.some((id) => id >= row.minId && id <= row.maxId));
  const tables = await listTables(near.map(({ id }) => id));
  const found = new Map<number, number[]>();
  near.forEach((row, at) => {
    const places = wanted.map((id) => tables[at]?.ids.indexOf(id) ?? -1);
    const living = places.filter((place) => place >= 0 && !row.dead.includes(place));
    if (living.length > 0) found.set(row.id, living);
  });
  return found;
}

/** Articles of a segment whose entries are gone: their places. Rests between look-ups. */
export async function goneOf(row: SegmentRow, rest: () => Promise<void>): Promise<number[]> {
  const [table] = await listTables([row.id]);
  if (!table) return [];
  const places = new Map(Array.from(table.ids, (id, place) => [id, place]));
  const ids = [...places.keys()].sort((a, b) => a - b);
  const gone: number[] = [];
  for (let at = 0; at < ids.length; ) {
    const first = ids[at] ?? 0;
    let end = at + 1;
    while (end < ids.length && (ids[end] ?? 0) < first + span) end++;
    gone.push(...(await listMissing(ids.slice(at, end))));
    at = end;
    await rest();
  }
  return gone.map((id) => places.get(id) ?? -1).filter((place) => place >= 0 && !row.dead.includes(place));
}
