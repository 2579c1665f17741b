import type { BrowserName } from '../tools/browsers.mjs';

/** What `npm run bench` prints: a time (or a number in another unit), and what it is held against. */
export interface Measure {
  browser: BrowserName;
  name: string;
  value: number;
  unit: 'ms' | 'MB' | 's' | 'keys' | 'frames' | 'score' | 'requests' | 'px';
  /** The same work without us, in the same run; absent where the value stands for itself. */
  floor?: number;
  /** The most that the ratio, or without a floor the value, is meant to be. */
  target?: number;
}

export type Note = (measure: Omit<Measure, 'browser'>) => void;

/** The value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Runs it, and gives what it gave with its milliseconds. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

/** One line of the table. */
export function lineOf({ browser, name, value, unit, floor, target }: Measure): string {
  const digits = unit === 'score' ? 4 : value < 10 && unit !== 'requests' ? 1 : 0;
  const shown = `${value.toFixed(digits)} ${unit}`.padStart(10);
  const ratio = floor === undefined ? '' : `${(value / floor).toFixed(2)} x`;
  const under = floor === undefined ? '' : `floor ${floor.toFixed(floor < 10 ? 1 : 0)}`;
  const reached = target === undefined || (floor === undefined ? value : value / floor) <= target;
  const aim = target === undefined ? '' : `${reached ? 'within' : 'OVER'} ${target}`;
  return `${browser.padEnd(8)} ${shown}  ${under.padStart(12)} ${ratio.padStart(8)}  ${aim.padEnd(12)} ${name}`;
}
