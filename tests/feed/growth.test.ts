import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../utils/feed/parse';
import { hostileDocuments } from './hostile-documents';

const encoder = new TextEncoder();

/** Milliseconds of this thread's own work, so that a busy machine does not count; of wall time where Node is old. */
function now(): number {
  const usage = (process as { threadCpuUsage?: () => NodeJS.CpuUsage }).threadCpuUsage?.();
  return usage ? (usage.user + usage.system) / 1000 : performance.now();
}

/** The least time that a document took in so many runs. */
function cost(text: string, runs: number): number {
  const bytes = encoder.encode(text);
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = now();
    parseFeed(bytes, { url: 'https://feeds.example.com/' });
    least = Math.min(least, now() - start);
  }
  return least;
}

describe('the worst document that can be made of', () => {
  // The collector of garbage may meet either of two runs: what fails by chance is measured again.
  it.each(hostileDocuments)(
    '%s is read in time that grows with its size',
    { retry: 2 },
    (_name, make, size) => {
      cost(make(size / 16), 1);
      const whole = cost(make(size), 2);
      expect(whole).toBeLessThan(5000);
      if (whole < 30) return;
      // What is quadratic would cost a sixteenth at a quarter of the size.
      const quarter = cost(make(size / 4), 3);
      if (whole / quarter < 10) return;
      // Or strings became so long that the engine keeps them elsewhere, at a price per character: then twice the size
      // costs twice, not four times.
      expect(cost(make(size * 2), 3) / whole).toBeLessThan(3);
    },
  );
});
