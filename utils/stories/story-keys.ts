import type { Copy } from './copy';
import { hash32, mix32 } from './units';

/** A hash, and the day of the article: [hash, day]. */
export type StoryKey = [number, number];

const day = 86_400_000;
/** Two of three pairs of smallest hashes: texts that share 60 of 100 runs have a pair in common 7 times of 10, 80: 19 of 20. */
const bands = 3;
const rows = 2;
const seeds = Array.from({ length: bands * rows }, (_, at) => mix32(at + 1));
const fewestRuns = 20;
const fewestTitleUnits = 6;

/** MinHash: the smallest of all runs under one ordering. Two texts have the same with the probability that they resemble. */
function smallest(shingles: ReadonlySet<number>, seed: number): number {
  let least = 0xffffffff;
  for (const one of shingles) {
    const h = mix32(one ^ seed);
    if (h < least) least = h;
  }
  return least;
}

/**
 * What copies of one story have at least one of in common: its address, its title, parts of its text. What has one in
 * common need not be a copy: ask `isSameStory`. The first, by the address, is looked up for all days, where there is one.
 */
export function storyKeys(copy: Copy): { address: StoryKey | null; words: StoryKey[] } {
  const on = Math.floor(copy.sortAt / day);
  const words: StoryKey[] = [];
  if (copy.title.length >= fewestTitleUnits) words.push([hash32(`t ${copy.title.join(' ')}`), on]);
  if (copy.shingles.size >= fewestRuns) {
    const least = seeds.map((seed) => smallest(copy.shingles, seed));
    for (let at = 0; at < least.length; at += rows)
      words.push([hash32(`${at} ${least.slice(at, at + rows).join(' ')}`), on]);
  }
  return { address: copy.address === '' ? null : [hash32(`a ${copy.address}`), on], words };
}
