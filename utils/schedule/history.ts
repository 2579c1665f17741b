import type { Source, SourceHistory } from '../model/feed';
import { day } from './times';

const unknown: SourceHistory = {
  askedAt: 0,
  failures: 0,
  notModified: 0,
  fullAt: null,
  forcedAt: null,
  isAlive: false,
  answers304: false,
  freshnessMs: 0,
  goneAt: null,
  newestAt: null,
  heldUntil: 0,
  isDenied: false,
  wantsDay: false,
  movedTo: null,
};

/** What is known of an address, also where an older version stored less. */
export function historyOf(source: Source | undefined): SourceHistory {
  return { ...unknown, ...source?.history };
}

/**
 * Whether the whole document is wanted although validators are at hand: some servers answer 304 for ever. After 30 in a
 * row and 8 days, at most once in 8 days, and not where 304s bring new validators (polling S-4).
 */
export function seemsStuck(source: Source, now: number): boolean {
  const { notModified, fullAt, forcedAt, isAlive } = historyOf(source);
  const longAgo = (time: number | null) => now - (time ?? 0) >= 8 * day;
  return source.validators !== null && !isAlive && notModified >= 30 && longAgo(fullAt) && longAgo(forcedAt);
}

/** A second 410, at least a day after the first: the address is gone for good (polling S-8). */
export function isGoneForGood({ goneAt }: SourceHistory, now: number): boolean {
  return goneAt !== null && now - goneAt >= day;
}
