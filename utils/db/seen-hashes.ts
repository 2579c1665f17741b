import { hashText } from '../text/hash';

/**
 * What is remembered of a feed's entries beside their rows, packed: 8 bytes a key, both lists ascending. `listed` is what
 * its last complete document held: nothing of it is ever pruned. `gone` are the tombstones: keys whose rows were pruned,
 * and which are therefore not stored again.
 */
export interface SeenRow {
  feedId: number;
  listed: BigUint64Array;
  gone: BigUint64Array;
  /** For each of `gone`, the last day (since 1970) on which the feed was known to list it. */
  goneDays: Uint16Array;
  /** The newest sortAt of all rows that were pruned (ms); 0 while none was. */
  prunedTo: number;
  /** The oldest date in the first complete document that had dates (ms); 0 before. What is older is an archive. */
  begins: number;
}

/** Days after which a key that the feed lists no more is forgotten (polling R-4). */
const keptDays = 180;
/** Tombstones of one feed: 200 kB. */
const maxGone = 20_000;

export function nothingSeen(feedId: number): SeenRow {
  return {
    feedId,
    listed: new BigUint64Array(),
    gone: new BigUint64Array(),
    goneDays: new Uint16Array(),
    prunedTo: 0,
    begins: 0,
  };
}

/** The row that `value` is; null where there is none, or it is damaged. */
export function asSeenRow(value: unknown): SeenRow | null {
  if (typeof value !== 'object' || value === null) return null;
  const { feedId, listed, gone, goneDays, prunedTo, begins } = value as Partial<SeenRow>;
  const isWhole =
    typeof feedId === 'number' &&
    typeof prunedTo === 'number' &&
    typeof begins === 'number' &&
    listed instanceof BigUint64Array &&
    gone instanceof BigUint64Array &&
    goneDays instanceof Uint16Array &&
    gone.length === goneDays.length;
  return isWhole ? (value as SeenRow) : null;
}

/** A complete document: the keys of its entries, the oldest of their dates (0 without any), and when it came (ms). */
export interface Listing {
  keys: readonly string[];
  /** New keys of entries that it does not list: what the last document listed goes on under these. */
  moved?: readonly string[];
  oldest: number;
  at: number;
}

/** Whole days since 1970. */
function dayOf(ms: number): number {
  return Math.min(0xffff, Math.max(0, Math.floor(ms / 86_400_000)));
}

export function isListed(seen: SeenRow | null, key: string): boolean {
  return seen !== null && holds(seen.listed, hashOf(key));
}

export function isGone(seen: SeenRow | null, key: string): boolean {
  return seen !== null && holds(seen.gone, hashOf(key));
}

/** An unknown entry with an earlier date (ms) is none that the feed has just published. */
export function archiveBefore(seen: SeenRow | null): number {
  return seen ? Math.max(seen.begins, seen.prunedTo === 0 ? 0 : seen.prunedTo + 1) : 0;
}

/**
 * With what a complete document lists. The very same row when the document lists what the last one did: then nothing
 * need be written. Tombstones that it lists no more, or again, are good for another 180 days.
 */
export function withListed(seen: SeenRow, { keys, oldest, at }: Listing): SeenRow {
  const day = dayOf(at);
  const begins = seen.begins || oldest;
  const listed = new BigUint64Array(new Set(keys.map(hashOf))).sort();
  if (begins === seen.begins && isSame(listed, seen.listed)) return seen;
  const goneDays = seen.goneDays.map((last, i) => {
    const hash = seen.gone[i] ?? 0n;
    return holds(seen.listed, hash) || holds(listed, hash) ? Math.max(last, day) : last;
  });
  return limited({ ...seen, listed, goneDays, begins }, day);
}

/** With what a document lists that is about to be stored in pieces, beside what the last one listed: a kill may leave either. */
export function withAlsoListed(seen: SeenRow, { keys, moved = [] }: Listing): SeenRow {
  const listed = [...seen.listed, ...[...keys, ...moved].map(hashOf)];
  return { ...seen, listed: new BigUint64Array(new Set(listed)).sort() };
}

/** What is deleted of a feed. */
export interface GoneRow {
  key: string;
  sortAt: number;
  altKey?: string;
  publishedAt?: number | null;
}

/** What an article is known by whose feed has changed its ids since: its link and title at its very date; '' without one. */
export function twinKey({ altKey = '', publishedAt = null }: Omit<GoneRow, 'key' | 'sortAt'>): string {
  return altKey === '' || publishedAt === null ? '' : `${altKey} at ${publishedAt}`;
}

/** With rows that are deleted now (ms). */
export function withGone(seen: SeenRow, rows: readonly GoneRow[], now: number): SeenRow {
  const day = dayOf(now);
  const prunedTo = rows.reduce((time, row) => Math.max(time, row.sortAt), seen.prunedTo);
  const days = new Map(Array.from(seen.gone, (hash, i) => [hash, seen.goneDays[i] ?? 0]));
  for (const row of rows)
    for (const key of [row.key, twinKey(row)]) if (key !== '') days.set(hashOf(key), day);
  const gone = new BigUint64Array(days.keys()).sort();
  const goneDays = Uint16Array.from(gone, (hash) => days.get(hash) ?? 0);
  return limited({ ...seen, gone, goneDays, prunedTo }, day);
}

/** Tombstones as they are written down elsewhere. */
export interface GoneList {
  gone: readonly string[];
  goneDays: readonly number[];
  prunedTo: number;
  begins: number;
}

export function goneList({ gone, goneDays, prunedTo, begins }: SeenRow): GoneList {
  const hex = Array.from(gone, (hash) => hash.toString(16).padStart(16, '0'));
  return { gone: hex, goneDays: [...goneDays], prunedTo, begins };
}

/** With the tombstones of a backup, at `now` (ms). */
export function withGoneList(seen: SeenRow, list: GoneList, now: number): SeenRow {
  const days = new Map(Array.from(seen.gone, (hash, i) => [hash, seen.goneDays[i] ?? 0]));
  for (const [i, hex] of list.gone.entries()) {
    const hash = BigInt(`0x${hex}`);
    days.set(hash, Math.max(days.get(hash) ?? 0, list.goneDays[i] ?? 0));
  }
  const gone = new BigUint64Array(days.keys()).sort();
  const goneDays = Uint16Array.from(gone, (hash) => days.get(hash) ?? 0);
  const prunedTo = Math.max(seen.prunedTo, list.prunedTo);
  return limited({ ...seen, gone, goneDays, prunedTo, begins: seen.begins || list.begins }, dayOf(now));
}

/** Forgets what has been out of the feed too long and, of too many, what has been so longest. */
function limited(seen: SeenRow, day: number): SeenRow {
  const { gone, goneDays, listed } = seen;
  const all = Array.from(gone, (hash, i) => ({ hash, day: holds(listed, hash) ? day : (goneDays[i] ?? 0) }));
  const young = all.filter((item) => item.day > day - keptDays);
  const kept = young.length <= maxGone ? young : [...young].sort((a, b) => b.day - a.day).slice(0, maxGone);
  if (kept.length === gone.length) return seen;
  kept.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  return {
    ...seen,
    gone: BigUint64Array.from(kept, (item) => item.hash),
    goneDays: Uint16Array.from(kept, (item) => item.day),
  };
}

function hashOf(key: string): bigint {
  return BigInt(`0x${hashText(key)}`);
}

function isSame(a: BigUint64Array, b: BigUint64Array): boolean {
  return a.length === b.length && a.every((hash, i) => hash === b[i]);
}

function holds(sorted: BigUint64Array, hash: bigint): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0n) < hash) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === hash;
}
