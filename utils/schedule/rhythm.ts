import type { Rhythm } from '../model/feed';
import type { ParsedFeed } from '../model/parsed';
import { day, minute } from './times';

/** Enough to know a feed's pace, and few enough to notice that it changed. */
const articlesLookedAt = 30;

type Document = Pick<ParsedFeed, 'entries' | 'ttlMinutes' | 'updatePeriodMinutes' | 'skipHours' | 'skipDays'>;

/** When the entries were published, newest first (ms): nothing from the future. */
export function articleTimes({ entries }: Pick<ParsedFeed, 'entries'>, now: number): number[] {
  const times = entries.flatMap(({ published, updated }) => published ?? updated ?? []);
  return times.map((time) => Math.min(time, now)).sort((a, b) => b - a);
}

/**
 * What a document tells of its pace. One without dates is measured by what arrives: `arrived` more since `before`, or
 * since the feed was added.
 */
export function rhythmOf(
  document: Document,
  { now, before, addedAt, arrived }: { now: number; before: Rhythm | null; addedAt: number; arrived: number },
): Rhythm {
  const times = articleTimes(document, now).slice(0, articlesLookedAt);
  const oldest = times.at(-1);
  const askedMinutes = Math.max(document.ttlMinutes ?? 0, document.updatePeriodMinutes ?? 0);
  const asks = {
    askedMs: Math.min(day, askedMinutes * minute),
    skipHours: document.skipHours,
    skipDays: document.skipDays,
  };
  if (oldest !== undefined) return { articles: times.length, since: oldest, ...asks };
  return {
    articles: (before?.articles ?? 0) + (before ? arrived : 0),
    since: before?.since ?? addedAt,
    ...asks,
  };
}

/** The mean time between two articles, the silence since the last included (ms); null before anything is known. */
export function meanGapMs(rhythm: Rhythm | undefined, now: number): number | null {
  return rhythm ? Math.max(0, now - rhythm.since) / Math.max(1, rhythm.articles) : null;
}
