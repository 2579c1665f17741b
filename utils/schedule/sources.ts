import type { Feed, SourceHistory } from '../model/feed';
import { historyOf } from './history';
import { day } from './times';

type Addresses = Pick<Feed, 'sources' | 'activeSource' | 'rhythm'>;

/** So many failures in a row, and the next address takes over. */
const failuresUntilDown = 3;

export function isDown({ failures, goneAt, isDenied }: SourceHistory): boolean {
  return failures >= failuresUntilDown || goneAt !== null || isDenied;
}

/** No server asks for more patience than seven days: later times are those of a clock that was set back. */
const longestHoldMs = 8 * day;

/** Its host said Retry-After, and the time is not over. */
export function isSourceHeld({ heldUntil }: SourceHistory, now: number): boolean {
  return heldUntil > now && heldUntil <= now + longestHoldMs;
}

/** Until when nobody may be asked for the feed (ms): the host of each of its addresses said so; 0 where one did not. */
export function heldUntilOf({ sources }: Pick<Feed, 'sources'>, now: number): number {
  const holds = sources.map((source) => {
    const history = historyOf(source);
    return isSourceHeld(history, now) ? history.heldUntil : 0;
  });
  return holds.length === 0 ? 0 : Math.min(...holds);
}

/** The gap between two articles of the feed, as a rule (ms). */
function usualGapMs({ rhythm }: Pick<Feed, 'rhythm'>, newestAt: number): number {
  return rhythm ? Math.max(0, newestAt - rhythm.since) / Math.max(1, rhythm.articles - 1) : 0;
}

/** How long a silence of this feed is nothing unusual: eight of the gaps between its articles, a day at least (ms). */
export function usualSilenceMs(feed: Pick<Feed, 'rhythm'>, newestAt: number): number {
  return Math.max(day, 8 * usualGapMs(feed, newestAt));
}

/**
 * Long enough without anything new for a look at another address, though nothing unusual yet: what a dead mirror keeps back
 * would else have left its sibling's document by the time the silence is called one.
 */
function isQuiet(feed: Addresses, { newestAt }: SourceHistory, now: number): boolean {
  return newestAt !== null && now - newestAt > Math.max(day / 2, 3 * usualGapMs(feed, newestAt));
}

/** The place of the address that was asked last. */
export function activeIndex({ sources, activeSource = 0 }: Addresses): number {
  return activeSource < sources.length ? activeSource : 0;
}

/** Nothing new for longer than is usual for the feed. */
export function isSilent(feed: Addresses, { newestAt }: SourceHistory, now: number): boolean {
  return newestAt !== null && now - newestAt > usualSilenceMs(feed, newestAt);
}

/**
 * Another of the feed's addresses has newer articles, and this one has brought none for longer than is usual: it is a dead
 * mirror. One that is a little late is none.
 */
export function isBehind(feed: Addresses, history: SourceHistory, now: number): boolean {
  const newest = feed.sources.reduce((latest, each) => Math.max(latest, historyOf(each).newestAt ?? 0), 0);
  return history.newestAt !== null && newest > history.newestAt && isSilent(feed, history, now);
}

/**
 * The place of the address to ask now: the first that is well and whose host has not asked us to wait. One before it is
 * looked at once a day, so that it takes over again when it is well again; where the first is quiet, so is one after it, to
 * know who is at fault, and to have meanwhile what the first keeps back. When none is well, the one that was asked longest
 * ago.
 */
export function sourceToAsk(feed: Addresses, now: number): number {
  if (feed.sources.length < 2) return 0;
  const known = feed.sources.map(historyOf);
  const isFree = (each: SourceHistory) => !isSourceHeld(each, now);
  const rested = (each: SourceHistory) => isFree(each) && !each.isDenied && now - each.askedAt >= day;
  const up = known.findIndex((each) => isFree(each) && !isDown(each) && !isBehind(feed, each, now));
  const well = up >= 0 ? up : known.findIndex((each) => isFree(each) && !isDown(each));
  const chosen = known[well];
  if (!chosen) return longestAgo(known, isFree);
  const before = known.findIndex((each, index) => index < well && rested(each));
  if (before >= 0) return before;
  const after = isQuiet(feed, chosen, now)
    ? known.findIndex((each, index) => index > well && rested(each) && !isDown(each))
    : -1;
  return after >= 0 ? after : well;
}

/** The place of the address that was asked longest ago, of those that may be asked if there are any. */
function longestAgo(known: readonly SourceHistory[], isFree: (each: SourceHistory) => boolean): number {
  const places = known.flatMap((each, index) => (isFree(each) ? index : []));
  const askedAt = (index: number) => known[index]?.askedAt ?? 0;
  return places.reduce(
    (oldest, index) => (askedAt(index) < askedAt(oldest) ? index : oldest),
    places[0] ?? 0,
  );
}
