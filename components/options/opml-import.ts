import { signal } from '@preact/signals';
import type { ImportReport } from '../../utils/model/outline';
import { perform } from '../shared/perform';

/** What came of the last import of subscriptions. */
export const importReport = signal<ImportReport | null>(null);
export const isImporting = signal(false);

/** Beyond this there is nothing that the import would take: 20 million characters of two bytes. */
const maxBytes = 41_000_000;

async function run(work: () => Promise<ImportReport | null>): Promise<void> {
  isImporting.value = true;
  try {
    importReport.value = await work();
  } finally {
    isImporting.value = false;
  }
}

/** Imports an OPML file in whatever encoding another reader wrote it. */
export function importOpmlFile(file: File): Promise<void> {
  return run(async () => {
    const { decodeBytes } = await import('../../utils/text/decode');
    const bytes = new Uint8Array(await file.slice(0, maxBytes).arrayBuffer());
    return perform('importOpml', { text: decodeBytes(bytes, { contentType: file.type }).text });
  });
}

/** Imports the OPML document at an address. */
export function importFrom(url: string): Promise<void> {
  return run(() => perform('importOpmlFrom', { url }));
}
