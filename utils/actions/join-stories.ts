import { listFeeds } from '../db/feeds';
import { markRead } from '../db/mark';
import { listAbove, listBelow, type Searchable } from '../db/search-source';
import {
  listChanged,
  listLikely,
  listWithTexts,
  loadStoryState,
  resetStories,
  type StoryState,
  storeStories,
} from '../db/stories';
import type { Pair } from '../db/story-groups';
import { type Copy, copyOf } from '../stories/copy';
import { isSameStory, isStillSameStory } from '../stories/same-story';
import { type StoryKey, storyKeys } from '../stories/story-keys';
import { showBadge } from './show-badge';
import type { World } from './world';

/** Of the rules by which stories are found: after a change all articles are compared anew. */
const version = 2;
/** Articles that are compared at once; a message that comes meanwhile waits for these. */
const sliceSize = 32;

let running: Promise<void> | null = null;

interface Keyed {
  entryId: number;
  feedId: number;
  copy: Copy;
  address: StoryKey | null;
  words: StoryKey[];
}

/**
 * Finds which articles are copies of one story: new ones first, then those that were edited, which join or part as they say
 * now, then the older ones that were never compared, newest first, in slices with rests between them. Killed in the middle, it goes on where it was. Not where the reader wants no
 * stories joined; what arrives meanwhile is compared when she does. Rejects when the database cannot be read or written.
 */
export function joinStories(world: World): Promise<void> {
  running ??= run(world).finally(() => {
    running = null;
  });
  return running;
}

async function run(world: World): Promise<void> {
  if (!(await world.getSettings()).joinStories) return;
  const stored = await loadStoryState();
  let state = stored?.version === version ? stored : await resetStories(version);
  for (;;) {
    const started = world.now();
    const next = await nextSlice(state);
    if (!next) return;
    await compare(world, next);
    state = next.state;
    await world.pause(Math.min(250, Math.max(5, world.now() - started)));
  }
}

/** Articles to compare, and how far that is. */
interface Slice {
  found: Searchable[];
  state: StoryState;
  /** Where they were compared before, and have changed. */
  known?: Map<number, string>;
  groups?: number[][];
}

/** New ones, then changed ones, then old ones; null where all are compared. */
async function nextSlice(state: StoryState): Promise<Slice | null> {
  const fresh = await listAbove(state.high, sliceSize);
  if (fresh) return { found: fresh.found, state: { ...state, high: fresh.high } };
  const changed = await listChanged(sliceSize);
  if (changed) return { ...changed, state };
  if (state.low <= 1) return null;
  const old = await listBelow(state.low, sliceSize);
  return { found: old?.found ?? [], state: { ...state, low: old?.low ?? 1 } };
}

function keyed({ entry, html }: Searchable): Keyed {
  const { id, feedId, title, link, snippet, sortAt } = entry;
  const copy = copyOf({ title, link, html: html || snippet, sortAt });
  return { entryId: id, feedId, copy, ...storyKeys(copy) };
}

const keysOf = ({ address, words }: Keyed) => (address ? [address, ...words] : words);

async function compare(world: World, { found, state, known, groups = [] }: Slice): Promise<void> {
  const slice = found.map(keyed);
  const likely = await listLikely(slice);
  const own = new Set(slice.map(({ entryId }) => entryId));
  const others = new Set([...likely.values(), ...groups].flat().filter((id) => !own.has(id)));
  const texts = others.size > 0 ? await listWithTexts([...others]) : [];
  const byId = new Map([...slice, ...texts.map(keyed)].map((one) => [one.entryId, one]));
  const pairs = slice.flatMap((one, at) => {
    const near = (likely.get(one.entryId) ?? []).flatMap((id) => byId.get(id) ?? []);
    const before = slice.slice(0, at).filter((other) => isLikely(one, other));
    return [...near, ...before].flatMap((other) => pairOf(one, other));
  });
  for (const group of groups) pairs.push(...pairsWithin(group.flatMap((id) => byId.get(id) ?? [])));
  const rows = slice.map((one) => ({ entryId: one.entryId, keys: keysOf(one) }));
  const apart = pairs.length > 0 ? await listApart() : new Set<number>();
  const read = await storeStories(state, { rows, pairs, groups, apart, ...(known && { known }) });
  if (read.length > 0) {
    await markRead(read, true, world.now());
    await showBadge(world);
  }
  const moved = new Set([...pairs.flat(), ...groups.flat(), ...read]);
  if (moved.size > 0) world.announce({ kind: 'joined', entryIds: [...moved] });
}

/** What still is one story of those that were. */
function pairsWithin(group: readonly Keyed[]): Pair[] {
  return group.flatMap((one, at) =>
    group.slice(0, at).flatMap((other) => pairOf(one, other, isStillSameStory)),
  );
}

/** Feeds that the reader keeps apart. */
async function listApart(): Promise<Set<number>> {
  return new Set((await listFeeds()).flatMap(({ id, keepsApart }) => (keepsApart ? id : [])));
}

/** Of two that are not stored yet, what the index says of those that are. */
function isLikely(a: Keyed, b: Keyed): boolean {
  if (a.address && a.address[0] === b.address?.[0]) return true;
  const hashes = new Set(a.words.map(([hash]) => hash));
  return b.words.some(([hash]) => hashes.has(hash));
}

function pairOf(a: Keyed, b: Keyed, isSame = isSameStory): Pair[] {
  const sameAddress = a.copy.address !== '' && a.copy.address === b.copy.address;
  if (a.feedId === b.feedId && !sameAddress) return [];
  return isSame(a.copy, b.copy) ? [[a.entryId, b.entryId]] : [];
}
