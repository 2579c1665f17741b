import type { World } from '../../utils/actions/world';

/** After the last change: a poll of hundreds of feeds is let finish first. */
const quietMs = 2000;

/** The world in which what arrives or changes can be found by search soon after, once nothing else is going on. */
export function withIndexing(world: World): World & { indexSoon(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const index = async () => {
    const { takeIn } = await import('../../utils/actions/take-in');
    const idle = (await import('./idle-rests')).withIdleRests(indexing);
    await world.keepAlive(() => takeIn(idle.world)).finally(idle.stop);
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
      if (change.kind !== 'indexed') indexSoon();
    },
  };
  return indexing;
}
