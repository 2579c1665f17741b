import { mirrorSubscriptions } from './mirror-subscriptions';
import { nextWake } from './next-wake';
import { Round } from './round';
import { showBadge } from './show-badge';
import type { World } from './world';

interface OpenRound {
  round: Round;
  end(): void;
}

let callers = 0;
let current: Promise<OpenRound | null> | null = null;
let lastEnded: Promise<unknown> = Promise.resolve();

/** Works in the one round of this profile, which the first caller begins and the last ends; null when another has it. */
export async function inRound<T>(world: World, work: (round: Round) => Promise<T>): Promise<T | null> {
  callers++;
  current ??= begin(world);
  const opened = current;
  try {
    const open = await opened;
    return open && (await work(open.round));
  } finally {
    callers--;
    if (callers === 0) {
      current = null;
      (await opened.catch(() => null))?.end();
    }
  }
}

function begin(world: World): Promise<OpenRound | null> {
  return new Promise((resolve, reject) => {
    const hold = async () => {
      // Should the worker be killed in the middle, an alarm soon brings it back to what is left.
      await world.wakeAt({ at: world.now(), everyMinutes: 0.5 }, world.now());
      await new Promise<void>((end) => resolve({ round: new Round(world), end }));
      await settle(world);
    };
    const held = () => world.withPollLock(() => world.keepAlive(hold).then(() => true));
    // The lock is free only when the last round has put everything away.
    lastEnded = lastEnded.then(held).then((had) => had ?? resolve(null), reject);
  });
}

async function settle(world: World): Promise<void> {
  const now = world.now();
  const steps = [world.saveProgress(null, now), showBadge(world), mirrorSubscriptions(world)];
  await Promise.allSettled([...steps, world.wakeAt(await nextWake(now), now)]);
  world.announce({ kind: 'settled' });
}
