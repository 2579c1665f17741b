import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import type { ExtensionPage } from '../e2e/extension-page';
import type * as PageEntry from './page-entry';

/** What `loadReads` leaves in the page. */
export interface WithReads {
  bench: typeof PageEntry;
}

/** Loads the extension's own functions that read its store into a page. */
export async function loadReads(page: ExtensionPage): Promise<void> {
  const entry = join(import.meta.dirname, 'page-entry.ts');
  const lib = { entry, formats: ['iife' as const], name: 'bench', fileName: 'bench' };
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2023', lib },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rollup.RollupOutput[];
  const chunk = output?.output.find((part) => part.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('The functions did not build.');
  await page.page.evaluate(`${chunk.code}; globalThis.bench = bench; undefined`);
}
