import { nextWake } from './next-wake';
import type { World } from './world';

/** The browser starts: polls keep quiet for half a minute. What is overdue then takes turns, as after a sleep. */
export async function browserStarted(world: World): Promise<void> {
  const now = world.now();
  await world.noteStart(now);
  await world.wakeBy(await nextWake(now), now);
}
