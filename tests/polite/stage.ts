import { afterAll } from 'vitest';
import { type FeedServer, startFeedServer } from '../server/feed-server';
import { resolveToLoopback } from './loopback-names';
import { PoliteWorld } from './polite-world';

/** A world that begins then, and a server on its clock that answers for every name under `.example`, for one test file. */
export async function politeStage(begin: number): Promise<{ world: PoliteWorld; server: FeedServer }> {
  const world = new PoliteWorld(begin);
  const restore = resolveToLoopback();
  const server = await startFeedServer({ clock: world.now });
  afterAll(async () => {
    restore();
    await server.close();
  });
  return { world, server };
}
