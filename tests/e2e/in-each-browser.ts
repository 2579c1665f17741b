import { describe } from 'vitest';
import type { BrowserName } from '../tools/browsers.mjs';

const wanted = (process.env.E2E_BROWSERS ?? 'chromium,firefox').split(',') as BrowserName[];

/**
 * Tests that share one browser and follow each other in it, for both browsers at the same time: for files whose tests wait
 * more than they work.
 */
export function inEachBrowser(title: string, tests: (name: BrowserName) => void): void {
  describe.each(wanted)(title, { concurrent: true }, (name) => {
    describe('one after the other', { concurrent: false }, () => tests(name));
  });
}
