import { isArchive } from '../../utils/archive/archive-feed';
import { type Feed, feedName } from '../../utils/model/feed';
import { type HealthGroup, healthGroup, healthGroups } from '../../utils/schedule/health';
import { historyOf } from '../../utils/schedule/history';
import { meanGapMs } from '../../utils/schedule/rhythm';
import { day } from '../../utils/schedule/times';
import { isFound } from './feed-found';

/** What the health page knows of a feed without looking at its checks. */
export interface HealthRow {
  feed: Feed;
  name: string;
  group: HealthGroup;
  /** Date of its newest article (ms); null where none is known. */
  newestAt: number | null;
  perWeek: number;
  bytes: number;
}

export type SortKey = 'name' | 'state' | 'newest' | 'week' | 'failures' | 'storage';
export interface Order {
  key: SortKey;
  /** Against the natural order of the key: names from Z, figures from the smallest. */
  reversed: boolean;
}

/** Articles a week at the pace of the last ones, the silence since then included. */
export function articlesPerWeek(feed: Pick<Feed, 'rhythm'>, now: number): number {
  const gap = meanGapMs(feed.rhythm, now);
  const isKnown = gap !== null && (feed.rhythm?.articles ?? 0) > 0;
  return isKnown ? (7 * day) / Math.max(gap, 60_000) : 0;
}

function newestOf({ sources, lastNewAt }: Feed): number | null {
  const dates = sources.flatMap((source) => historyOf(source).newestAt ?? []);
  return dates.length > 0 ? Math.max(...dates) : lastNewAt;
}

export function healthRow(feed: Feed, bytes: number, now: number): HealthRow {
  return {
    feed,
    name: feedName(feed),
    group: isArchive(feed) ? 'well' : healthGroup(feed, now),
    newestAt: newestOf(feed),
    perWeek: articlesPerWeek(feed, now),
    bytes,
  };
}

const collator = new Intl.Collator(undefined, { numeric: true });
const failures = ({ feed }: HealthRow) =>
  feed.sources.reduce((sum, source) => sum + historyOf(source).failures, feed.failures);

/** What the order goes by, ascending, worked out once for each row. */
const values: Record<Exclude<SortKey, 'name'>, (row: HealthRow) => number> = {
  state: (row) => healthGroups.indexOf(row.group) - failures(row) / 1e6,
  newest: ({ newestAt }) => -(newestAt ?? 0),
  week: ({ perWeek }) => -perWeek,
  failures: (row) => -failures(row),
  storage: ({ bytes }) => -bytes,
};

const named = new WeakMap<readonly HealthRow[], readonly HealthRow[]>();

/** By name; to compare a thousand names takes longest of all, so of the same rows that is done once. */
function byName(rows: readonly HealthRow[]): readonly HealthRow[] {
  const known = named.get(rows) ?? [...rows].sort((a, b) => collator.compare(a.name, b.name));
  named.set(rows, known);
  return known;
}

/** By the key, equals by name: what wants attention, is newest, most or largest comes first. */
export function inOrder(rows: readonly HealthRow[], { key, reversed }: Order): HealthRow[] {
  const sign = reversed ? -1 : 1;
  const valued = byName(rows).map((row, i) => ({ row, value: key === 'name' ? i : values[key](row) }));
  return valued.sort((a, b) => sign * (a.value - b.value)).map(({ row }) => row);
}

export type Filter = 'all' | Exclude<HealthGroup, 'well'>;

/** Those of the kind whose name or address holds the words. */
export function filtered(rows: readonly HealthRow[], filter: Filter, words: string): HealthRow[] {
  return rows.filter(({ feed, group }) => (filter === 'all' || group === filter) && isFound(feed, words));
}
