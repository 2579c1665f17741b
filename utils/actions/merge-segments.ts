import type { SegmentRow } from '../db/schema';
import { beginSegment, finishSegment, type IndexState } from '../db/search-index';
import { listBlocks, listTables } from '../db/search-source';
import { mergeBlocks, type Part, planMerge } from '../search/merge';
import { described, storeAll } from './write-segment';

async function* blocksOf(segment: number): AsyncGenerator<Uint8Array> {
  for (let last: string | null = null; ; ) {
    const page = await listBlocks(segment, last, 8);
    yield* page.blocks;
    if (page.last === null) return;
    last = page.last;
  }
}

/** Makes one segment of several, without what is dead in them; rests between its writes. */
export async function mergeSegments(
  { low, high }: IndexState,
  segments: readonly SegmentRow[],
  rest: () => Promise<void>,
): Promise<void> {
  const tables = await listTables(segments.map(({ id }) => id));
  const parts = segments.flatMap((segment, at): Part[] => {
    const table = tables[at];
    return table ? [{ table, dead: new Set(segment.dead), blocks: blocksOf(segment.id) }] : [];
  });
  const plan = planMerge(parts);
  const id = await beginSegment();
  const bytes = await storeAll(id, mergeBlocks(parts, plan), rest);
  const before = segments.reduce((sum, { docs }) => sum + docs, 0);
  const textBytes = segments.reduce((sum, row) => sum + row.textBytes, 0);
  const kept = Math.round((textBytes * plan.docs.length) / Math.max(1, before));
  await finishSegment(id, {
    ...described(id, plan.docs, { bytes, textBytes: kept }),
    borders: { low, high },
    replaced: segments.map((segment) => segment.id),
    died: new Map(),
    known: new Map(),
  });
}
