import { signal } from '@preact/signals';
import { safeName } from '../../utils/archive/file-name';
import { recordOf } from '../../utils/archive/record-of';
import type { Origin } from '../../utils/archive/record-zip';
import { carriesSecret } from '../../utils/article/images/secret-query';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { feedName } from '../../utils/model/feed';
import { readWebUrl } from '../../utils/text/address-url';
import { download } from '../shared/download';
import { feedsById } from '../shared/feeds-state';
import { countWords } from '../shared/locale';
import { toast } from '../shared/toasts';
import { articlesToExport, countToExport, type ExportScope } from './articles-to-export';
import { BlobBuilder } from './blob-builder';

export interface Exporting {
  done: number;
  total: number;
}

/** null while none is under way. */
export const exporting = signal<Exporting | null>(null);
let cancelled = false;

export function cancelExport(): void {
  cancelled = true;
}

function nameOfScope(scope: ExportScope): string {
  if (typeof scope !== 'number') return t(scope === 'all' ? 'extensionName' : 'viewStarred');
  const feed = feedsById.value.get(scope);
  return feed ? feedName(feed) : t('extensionName');
}

/** Writes the articles into a zip of records, folder by feed, and saves it. */
export async function exportRecords(scope: ExportScope): Promise<void> {
  if (exporting.value) return;
  cancelled = false;
  exporting.value = { done: 0, total: 0 };
  try {
    exporting.value = { done: 0, total: await countToExport(scope) };
    const zip = await zipRecords(scope);
    if (zip) finish(scope, zip);
  } catch {
    toast(t('exportFailed'), { tone: 'bad' });
  } finally {
    exporting.value = null;
  }
}

function originOf({ feedId, arrivedAt }: Entry): Origin {
  const feed = feedsById.value.get(feedId);
  const address = readWebUrl(feed?.sources[0]?.url ?? '');
  // Archives are given to others: an address with a key in it is the reader's own.
  const source = address && !carriesSecret(address) ? address.href : '';
  return { feedName: feed ? feedName(feed) : '', source, fetchedAt: arrivedAt };
}

async function zipRecords(scope: ExportScope): Promise<Blob | null> {
  const { writeRecordZip } = await import('../../utils/archive/record-zip');
  const blob = new BlobBuilder();
  const zip = writeRecordZip((chunk) => blob.add(chunk));
  for await (const page of articlesToExport(scope)) {
    if (cancelled) return null;
    for (const { entry, body } of page) {
      await zip.add(recordOf(entry, body), originOf(entry));
    }
    const { done, total } = exporting.value ?? { done: 0, total: 0 };
    exporting.value = { done: done + page.length, total: Math.max(total, done + page.length) };
  }
  zip.finish(Date.now());
  return blob.finish('application/zip');
}

function finish(scope: ExportScope, zip: Blob): void {
  const day = new Date().toISOString().slice(0, 10);
  download(`${safeName(nameOfScope(scope))} ${day}.zip`, zip);
  toast(countWords('articlesExported', exporting.value?.done ?? 0));
}
