import type { Feed } from '../model/feed';
import { day, hour, minute } from './times';

/** First checks of many feeds that came at once (an import, a restore): one every two seconds, all within an hour. */
export function spreadOut(count: number, now: number): number[] {
  const step = Math.min(2000, hour / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => Math.round(now + index * step));
}

type Overdue = Pick<Feed, 'id' | 'nextCheckAt' | 'lastSuccessAt'>;

/** More than a few missed turns: the browser was closed or asleep. */
export function isLate(due: readonly Overdue[], now: number): boolean {
  return due.length > 1 && due.some(({ nextCheckAt }) => nextCheckAt < now - 10 * minute);
}

/**
 * New turns for overdue feeds by id: evenly over ten minutes, or a second for each, those first whose last good check is
 * longest ago. A missed night is one check for each feed (polling S-13).
 */
export function spreadOverdue(due: readonly Overdue[], now: number): Map<number, number> {
  const step = Math.max(10 * minute, due.length * 1000) / Math.max(1, due.length);
  const order = [...due].sort((a, b) => (a.lastSuccessAt ?? 0) - (b.lastSuccessAt ?? 0));
  return new Map(order.map(({ id }, index) => [id, Math.round(now + index * step)]));
}

type Timed = Pick<Feed, 'lastAttemptAt' | 'nextCheckAt' | 'removedAt' | 'sources'>;

/** Its last request lies in what is now the future, or its next one farther ahead than we ever put one. */
export function wasSetBack({ lastAttemptAt, nextCheckAt, sources }: Timed, now: number): boolean {
  if (sources.length === 0) return false;
  return (lastAttemptAt ?? 0) > now + 5 * minute || nextCheckAt > now + 30 * day;
}
