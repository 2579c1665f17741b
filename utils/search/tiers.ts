import { maxDocs } from './segment';

/** Segments of about the same size are merged when there are so many: each article is packed three times at most. */
const fanOut = 6;
/** Articles of a segment, at most, by tier. */
const tiers = [32, 256, 2048, maxDocs];
/** A segment is packed anew when more than this share of it is gone. */
const deadShare = 0.25;

interface Sized {
  id: number;
  docs: number;
  dead: { length: number };
  newest: number;
}

/** The segments that should become one next: of one tier, and neighbours in time; or one that is mostly dead; or none. */
export function chooseMerge(segments: readonly Sized[]): number[] {
  const decayed = segments.find(({ docs, dead }) => dead.length > docs * deadShare);
  if (decayed) return [decayed.id];
  for (const [tier, limit] of tiers.entries()) {
    const above = tiers[tier - 1] ?? 0;
    const same = segments.filter(({ docs }) => docs > above && docs <= limit);
    const chosen = fitting(same.sort((a, b) => a.newest - b.newest));
    if (same.length >= fanOut && chosen.length > 1) return chosen;
  }
  return [];
}

/** The first of them that fit into one, those that nearly fill one alone left out. */
function fitting(segments: readonly Sized[]): number[] {
  const chosen: number[] = [];
  let docs = 0;
  for (const segment of segments.filter((one) => one.docs <= maxDocs / 2)) {
    if (docs + segment.docs > maxDocs || chosen.length === fanOut) break;
    docs += segment.docs;
    chosen.push(segment.id);
  }
  return chosen;
}
