import { expect, test } from 'vitest';
import { withIdleRests } from '../../entrypoints/background/idle-rests';
import type { World } from '../../utils/actions/world';
import { announce } from '../../utils/messages/changes';
import { tellReading } from '../../utils/messages/reading';

/** A world whose time passes in its pauses alone; messages arrive in between. */
function clockOnly() {
  const clock = {
    time: 1_000_000,
    now: () => clock.time,
    pause: async (ms: number) => {
      clock.time += ms;
      await new Promise((done) => setTimeout(done, 5));
    },
  };
  return clock;
}

async function heard(work: () => void): Promise<void> {
  work();
  await new Promise((done) => setTimeout(done, 20));
}

test('a rest lasts until nobody has read for a while', async () => {
  const clock = clockOnly();
  const { world, stop } = withIdleRests(clock as unknown as World);
  await world.pause(10);
  expect(clock.time).toBe(1_000_010);
  await heard(tellReading);
  await world.pause(10);
  expect(clock.time).toBeGreaterThanOrEqual(1_000_410);
  expect(clock.time).toBeLessThan(1_000_600);
  stop();
});

test('a rest lasts until the feeds are checked, or nothing is heard of them for a minute', async () => {
  const clock = clockOnly();
  const { world, stop } = withIdleRests(clock as unknown as World);
  await heard(() => announce({ kind: 'progress', done: 1, total: 9 }));
  const rested = world.pause(10).then(() => clock.time);
  await heard(() => announce({ kind: 'settled' }));
  expect(await rested).toBeLessThan(1_020_000);
  await heard(() => announce({ kind: 'progress', done: 1, total: 9 }));
  const before = clock.time;
  await world.pause(10);
  expect(clock.time - before).toBeGreaterThanOrEqual(60_000);
  stop();
});
