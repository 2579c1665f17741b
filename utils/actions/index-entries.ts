import type { SegmentRow } from '../db/schema';
import { dropLeftover, type IndexState, readIndex, resetIndex, storeDead } from '../db/search-index';
import { countEntries, listAbove, listBelow, listStale } from '../db/search-source';
import { indexVersion } from '../search/segment';
import { chooseMerge } from '../search/tiers';
import { goneOf, placesOf } from './find-dead';
import { mergeSegments } from './merge-segments';
import type { World } from './world';
import { type ReadyDoc, readyDoc, writeSegment } from './write-segment';

/** Articles that are read and prepared at once; a message that comes meanwhile waits for these. */
const sliceSize = 32;
/** Articles of a segment as it is first written. */
const batchSize = 256;
/** Removed articles are looked for when there are more of them, in number and as a share. */
const fewGone = { number: 20, share: 0.005 };

type Rest = () => Promise<void>;
interface Index {
  state: IndexState;
  segments: SegmentRow[];
}

let running: Promise<void> | null = null;

/**
 * Brings the search index up to what is stored: new articles first, then changed ones, then the older ones that were
 * never indexed, newest first. In slices with rests in between, so that whoever reads is not kept waiting; killed in the
 * middle, it goes on where it was. Rejects when the database cannot be read or written.
 */
export function indexEntries(world: World): Promise<void> {
  running ??= run(world).finally(() => {
    running = null;
  });
  return running;
}

async function run(world: World): Promise<void> {
  const rest = resting(world);
  for (;;) {
    const index = await readIndex(indexVersion);
    if (!index) await resetIndex(indexVersion);
    else if (await extend(index, rest)) world.announce({ kind: 'indexed' });
    else if (!(await tidy(index, rest))) return;
  }
}

/** Rests about as long as was worked since the last rest. */
function resting(world: World): Rest {
  let since = world.now();
  return async () => {
    await world.pause(Math.min(250, Math.max(5, world.now() - since)));
    since = world.now();
  };
}

/** Adds what is wanted most; false where all is in it, or other things come first. */
async function extend(index: Index, rest: Rest): Promise<boolean> {
  if ((await indexNew(index.state, rest)) || (await indexChanged(index, rest))) return true;
  return chooseMerge(index.segments).length === 0 && (await indexOld(index.state, rest));
}

/** Keeps it small; false where nothing is left to do. */
async function tidy({ state, segments }: Index, rest: Rest): Promise<boolean> {
  const chosen = new Set(chooseMerge(segments));
  if (chosen.size > 0) {
    await mergeSegments(
      state,
      segments.filter(({ id }) => chosen.has(id)),
      rest,
    );
    return true;
  }
  if (await dropLeftover()) {
    await rest();
    return true;
  }
  return sweep(segments, rest);
}

async function indexNew(state: IndexState, rest: Rest): Promise<boolean> {
  const docs: ReadyDoc[] = [];
  let { high } = state;
  while (docs.length < batchSize) {
    const page = await listAbove(high, sliceSize);
    if (!page) break;
    high = page.high;
    docs.push(...page.found.map(readyDoc));
    await rest();
  }
  if (high === state.high) return false;
  await writeSegment(docs, { borders: { low: state.low, high }, died: new Map(), known: new Map() });
  return true;
}

async function indexOld(state: IndexState, rest: Rest): Promise<boolean> {
  if (state.low <= 1) return false;
  const docs: ReadyDoc[] = [];
  let { low } = state;
  while (docs.length < batchSize && low > 1) {
    const page = await listBelow(low, sliceSize);
    low = page?.low ?? 1;
    docs.push(...(page?.found ?? []).map(readyDoc));
    await rest();
  }
  await writeSegment(docs, { borders: { low, high: state.high }, died: new Map(), known: new Map() });
  return true;
}

async function indexChanged({ state, segments }: Index, rest: Rest): Promise<boolean> {
  const { low, high } = state;
  const { known, found } = await listStale(low, high, sliceSize * 2);
  if (known.size === 0) return false;
  const docs = found.map(readyDoc);
  await rest();
  const died = await placesOf(segments, known.keys());
  await writeSegment(docs, { borders: { low, high }, died, known });
  return true;
}

/** Takes out what is stored no longer; false where hardly anything can be. */
async function sweep(segments: readonly SegmentRow[], rest: Rest): Promise<boolean> {
  const indexed = segments.reduce((sum, { docs, dead }) => sum + docs - dead.length, 0);
  const gone = indexed - (await countEntries());
  if (gone <= Math.max(fewGone.number, indexed * fewGone.share)) return false;
  let found = 0;
  for (const row of segments) {
    const places = await goneOf(row, rest);
    found += places.length;
    if (places.length > 0) await storeDead(new Map([[row.id, places]]));
  }
  return found > 0;
}
