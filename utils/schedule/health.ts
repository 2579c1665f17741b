import type { Feed } from '../model/feed';
import { historyOf } from './history';
import { suggestedAddress } from './moved';
import { activeIndex, isBehind, isDown, isSilent } from './sources';
import { day } from './times';

/** What the reader may want to know of a feed that has no Problem of its own, or for how long it has had one. */
export type FeedHealth =
  | { kind: 'well' }
  /** Nothing but failures since then (ms), for a month or longer. */
  | { kind: 'dead'; since: number }
  /** The address answers, but has brought nothing since `newestAt`, while another of the feed's has. */
  | { kind: 'mirror-behind'; url: string; newestAt: number }
  /** An address of the reader's does not answer any more; another stands in for it. */
  | { kind: 'mirror-down'; url: string; insteadUrl: string }
  /** Nothing new since then, for much longer than is usual for this feed. */
  | { kind: 'silent'; newestAt: number }
  /** It has led elsewhere for a week: the reader may want that address. */
  | { kind: 'moved'; url: string };

type State = Pick<Feed, 'sources' | 'activeSource' | 'rhythm' | 'problem' | 'failingSince'>;

/** How long failures last until a feed is called dead. */
const deadAfterMs = 30 * day;

/** The gravest of what is known of a feed's health at `now` (ms). */
export function feedHealth(feed: State, now: number): FeedHealth {
  const since = feed.failingSince ?? null;
  if (feed.problem && since !== null && now - since >= deadAfterMs) return { kind: 'dead', since };
  const place = activeIndex(feed);
  const active = feed.sources[place];
  const behind = feed.sources.find((source) => isBehind(feed, historyOf(source), now));
  const newestAt = historyOf(behind).newestAt;
  if (behind && newestAt !== null) return { kind: 'mirror-behind', url: behind.url, newestAt };
  const down = feed.sources.slice(0, place).find((source) => isDown(historyOf(source)));
  if (down && active) return { kind: 'mirror-down', url: down.url, insteadUrl: active.url };
  const url = suggestedAddress(active, now);
  if (url) return { kind: 'moved', url };
  const last = historyOf(active).newestAt;
  return last !== null && isSilent(feed, historyOf(active), now)
    ? { kind: 'silent', newestAt: last }
    : { kind: 'well' };
}

/** What kind of attention a feed needs, the most urgent first. */
export const healthGroups = ['failing', 'stale', 'silent', 'well'] as const;
export type HealthGroup = (typeof healthGroups)[number];

const groupOf: { [K in FeedHealth['kind']]: HealthGroup } = {
  dead: 'failing',
  'mirror-behind': 'stale',
  'mirror-down': 'stale',
  moved: 'stale',
  silent: 'silent',
  well: 'well',
};

/** failing: nothing comes; stale: one of its addresses is at fault; silent: unusually quiet. Being offline is no fault. */
export function healthGroup(feed: State, now: number): HealthGroup {
  if (feed.problem && feed.problem.kind !== 'offline') return 'failing';
  return groupOf[feedHealth(feed, now).kind];
}
