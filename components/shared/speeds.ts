import { signal } from '@preact/signals';
import { feeds, feedsById } from './feeds-state';
import { changeListening, choices } from './listening-choices';
import { perform } from './perform';

/** Chosen a moment ago, and not yet in the feeds as the database has them. */
const chosen = signal<ReadonlyMap<number, number>>(new Map());

/** How fast a feed's recordings are played: as the reader chose for it, else as for all. */
export function speedOf(feedId: number | null): number {
  const own = feedId === null ? undefined : (chosen.value.get(feedId) ?? feedsById.value.get(feedId)?.speed);
  return own ?? choices.value.speed;
}

/** From now on the feed's recordings are played so; of one that is not subscribed, all are. */
export async function chooseSpeed(feedId: number | null, speed: number): Promise<void> {
  if (feedId === null || !feedsById.value.has(feedId)) {
    changeListening({ speed });
    return;
  }
  chosen.value = new Map(chosen.value).set(feedId, speed);
  const done = await perform('setFeedSpeed', { feedId, speed: speed === choices.value.speed ? null : speed });
  if (!done) chosen.value = new Map();
}

// they come with it
feeds.subscribe(() => {
  if (chosen.peek().size > 0) chosen.value = new Map();
});
