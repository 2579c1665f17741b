import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './tools/browsers.mjs';

/** What is waited for comes when it comes: on a busy machine later than within the second of expect.poll's own. */
const expect = { poll: { timeout: 20_000 } };
const root = new URL('..', import.meta.url).pathname;
const chromium = findBrowser('chromium');
/** Real servers and browsers on a busy machine: a second try, which the report names, before a run is refused. */
const retry = process.env.CI ? 1 : 0;
const slow = { testTimeout: 30_000, hookTimeout: 180_000, expect, retry };

/**
 * Three projects: `node` for what needs no browser, `dom` in a real Chromium for whatever touches a DOM or IndexedDB
 * (simulated DOMs sanitize differently), `e2e` for the built extension in real browsers, driven from Node.
 */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          ...slow,
          name: 'node',
          environment: 'node',
          // while one file waits for a server that is slow on purpose, another works; by itself Vitest leaves a core idle
          maxWorkers: 2,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.dom.test.ts', 'tests/e2e/**'],
        },
      },
      {
        root,
        optimizeDeps: {
          include: [
            'preact',
            'preact/jsx-dev-runtime',
            '@preact/signals',
            'dompurify',
            'fflate',
            'idb',
            'turndown',
          ],
        },
        test: {
          ...slow,
          name: 'dom',
          include: ['tests/**/*.dom.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(chromium && { executablePath: chromium }),
                args: ['--no-sandbox'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/warm-firefox.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect,
          retry,
          fileParallelism: false,
          sequence: { concurrent: false },
        },
      },
    ],
  },
});
