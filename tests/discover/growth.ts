import { expect } from 'vitest';

/** Processor time of an action in ms, the best of a few: other work on the machine counts for nothing. */
export function bestTime(action: () => void, enough = 0, attempts = 6): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < attempts && best > enough; i++) {
    const before = process.cpuUsage();
    action();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/**
 * Expects an action to take linear time in the text that `make` gives for a size, and under a second for 3.2 MB.
 * Eight times the text may take twenty-four times as long; a quadratic would take sixty-four.
 */
export function expectLinear(make: (size: number) => string, action: (text: string) => void): void {
  const [small, large] = [make(400_000), make(3_200_000)];
  action(small);
  const allowed = Math.max(150, bestTime(() => action(small)) * 24);
  const time = bestTime(() => action(large), Math.min(allowed, 1000));
  expect(time).toBeLessThanOrEqual(allowed);
  expect(time).toBeLessThanOrEqual(1000);
}
