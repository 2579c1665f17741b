import type { World } from '../../utils/actions/world';
import { watchChanges } from '../../utils/messages/changes';
import { watchReading } from '../../utils/messages/reading';

/** Silence much longer than one feed may take: the poll came to no end that it could tell of. */
const pollMs = 60_000;
/** After a page has read a list or an article: the next one may follow. */
const readingMs = 400;

/**
 * The world for work that nobody waits for: every rest in it lasts until no feeds are being checked and no page reads,
 * since all want the same stores. `stop` ends the listening.
 */
export function withIdleRests(world: World): { world: World; stop: () => void } {
  let readAt = 0;
  let polledAt = 0;
  const isWithin = (ms: number, since: number) => Math.abs(world.now() - since) < ms;
  const stops = [
    watchReading(() => {
      readAt = world.now();
    }),
    watchChanges(({ kind }) => {
      if (kind === 'settled') polledAt = 0;
      if (kind === 'progress') polledAt = world.now();
    }),
  ];
  const pause = async (ms: number) => {
    await world.pause(ms);
    while (isWithin(readingMs, readAt) || isWithin(pollMs, polledAt)) await world.pause(100);
  };
  return { world: { ...world, pause }, stop: () => stops.forEach((stop) => void stop()) };
}
