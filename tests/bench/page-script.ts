import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import type { ExtensionPage } from '../e2e/extension-page';
import type * as PageEntry from './page-entry';

/** What `loadReads` leaves in the page. */
export interface WithReads {
  bench: typeof PageEntry;
}

/** A file of this folder, with all that it imports, in one classic script that leaves its exports on a global `bench`. */
export async function pageScript(file: string): Promise<string> {
  const lib = {
    entry: join(import.meta.dirname, file),
    formats: ['iife' as const],
    name: 'bench',
    fileName: 'bench',
  };
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2023', lib },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rollup.RollupOutput[];
  const chunk = output?.output.find((part) => part.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('The bench did not build.');
  return chunk.code;
}

/** Loads the extension's own functions that read its store into a page. */
export async function loadReads(page: ExtensionPage): Promise<void> {
  const code = await pageScript('page-entry.ts');
  await page.page.evaluate(`${code}; globalThis.bench = bench; undefined`);
}
