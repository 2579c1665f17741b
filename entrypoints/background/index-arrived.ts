import type { World } from '../../utils/actions/world';
import type { Change } from '../../utils/messages/protocol';

/** After the last change: a poll of hundreds of feeds is let finish first. */
const quietMs = 2000;
/** Silence much longer than one feed may take: the poll came to no end that it could tell of. */
const longestMs = 60_000;

/** The world in which what arrives or changes can be found by search soon after, once nothing else is going on. */
export function withIndexing(world: World): World & { indexSoon(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let polledAt: number | null = null;
  const isPolling = () => polledAt !== null && Math.abs(world.now() - polledAt) < longestMs;
  /** A rest in the work lasts until no feeds are being checked: both want the same stores. */
  const pause = async (ms: number) => {
    await world.pause(ms);
    while (isPolling()) await world.pause(250);
  };
  const index = async () => {
    const { takeIn } = await import('../../utils/actions/take-in');
    await world.keepAlive(() => takeIn({ ...indexing, pause }));
  };
  const indexSoon = () => {
    clearTimeout(timer);
    // what goes wrong now is tried again at the next change or start
    timer = setTimeout(() => void index().catch(() => undefined), quietMs);
  };
  const indexing: World & { indexSoon(): void } = {
    ...world,
    indexSoon,
    announce(change) {
      world.announce(change);
      polledAt = polledAfter(change, polledAt, world.now());
      if (change.kind !== 'indexed') indexSoon();
    },
  };
  return indexing;
}

/** When the running poll was last heard of (ms); null where none runs. */
function polledAfter({ kind }: Change, before: number | null, now: number): number | null {
  if (kind === 'settled') return null;
  return kind === 'progress' ? now : before;
}
