import { read, write } from './transaction';

const key = 'heldHosts';

function holdsIn(value: unknown): Map<string, number> {
  const pairs = Array.isArray(value) ? value : [];
  return new Map(pairs.filter(([host, until]) => typeof host === 'string' && typeof until === 'number'));
}

/** Until when (ms) a host of articles' pages wants to be left alone; 0 where it never said so. */
export async function getHeldUntil(host: string): Promise<number> {
  const row = await read(['meta'], (tx) => tx.objectStore('meta').get(key));
  return holdsIn(row?.value).get(host) ?? 0;
}

/** Notes that it does. What is over by `now` is forgotten. */
export function holdPages(host: string, until: number, now: number): Promise<void> {
  return write('poll', ['meta'], async (tx) => {
    const held = holdsIn((await tx.objectStore('meta').get(key))?.value).set(host, until);
    await tx.objectStore('meta').put({ key, value: [...held].filter(([, at]) => at > now) });
  });
}
