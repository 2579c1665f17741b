import { type Copy, copyOf, type Told } from '../../utils/stories/copy';
import { isSameStory } from '../../utils/stories/same-story';
import { storyKeys } from '../../utils/stories/story-keys';
import type { Pair } from './pairs';

const ready = new Map<Told, Copy>();

function readied(told: Told): Copy {
  const copy = ready.get(told) ?? copyOf(told);
  ready.set(told, copy);
  return copy;
}

/** What the store would say: they are looked up by a key in common, and compared then. */
function isFound({ a, b }: Pair): boolean {
  const [left, right] = [storyKeys(readied(a)), storyKeys(readied(b))];
  const hashes = new Set([left.address, ...left.words].flatMap((key) => key?.[0] ?? []));
  return [right.address, ...right.words].some((key) => key && hashes.has(key[0]));
}

const isJoined = (pair: Pair) => isSameStory(readied(pair.a), readied(pair.b));

/** By kind: how many pairs there are, and how many of them are joined. */
function tally(pairs: readonly Pair[], is: (pair: Pair) => boolean) {
  return [...Map.groupBy(pairs, ({ kind }) => kind)].map(([kind, some]) => {
    return { kind, pairs: some.length, joined: some.filter(is).length };
  });
}

const sum = (rows: { joined: number }[]) => rows.reduce((total, { joined }) => total + joined, 0);

/** How many of the pairs that are joined are one story, and how many of those that are one are joined; told by kind. */
export function measured(same: readonly Pair[], different: readonly Pair[]) {
  const hits = tally(same, (pair) => isFound(pair) && isJoined(pair));
  const misses = tally(different, isJoined);
  console.table([...hits, ...misses]);
  const wrong = different.filter(isJoined).map(({ kind, a, b }) => `${kind}: ${a.title} / ${b.title}`);
  const precision = sum(hits) / (sum(hits) + sum(misses));
  const recall = sum(hits) / same.length;
  console.log(
    `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}; ${same.length} same, ${different.length} different`,
  );
  return { wrong, precision, recall };
}
