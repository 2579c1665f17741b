import { signal } from '@preact/signals';
import { articleOf } from '../../utils/archive/article';
import { safeName } from '../../utils/archive/file-name';
import { t } from '../../utils/browser/text';
import { feedName } from '../../utils/model/feed';
import { download } from '../shared/download';
import { feedsById } from '../shared/feeds-state';
import { countWords } from '../shared/locale';
import { tagTitles } from '../shared/tags-state';
import { toast } from '../shared/toasts';
import { articlesToExport, countToExport, type ExportScope } from './articles-to-export';
import { type ExportFile, openExportFile } from './export-file';
import type { Format } from './formats';

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

/** Writes the articles out in that format and saves the file. */
export async function exportArticles(scope: ExportScope, format: Format): Promise<void> {
  if (exporting.value) return;
  cancelled = false;
  exporting.value = { done: 0, total: 0 };
  try {
    exporting.value = { done: 0, total: await countToExport(scope) };
    const name = nameOfScope(scope);
    const file = await openExportFile(format, name);
    await addAll(file, scope);
    if (!cancelled) save(file, name);
  } catch {
    toast(t('exportFailed'), { tone: 'bad' });
  } finally {
    exporting.value = null;
  }
}

async function addAll(file: ExportFile, scope: ExportScope): Promise<void> {
  for await (const page of articlesToExport(scope)) {
    for (const { entry, body } of page) {
      if (cancelled) return;
      const feed = feedsById.value.get(entry.feedId);
      await file.add(articleOf(entry, body, feed, tagTitles.value), feed);
    }
    const { done, total } = exporting.value ?? { done: 0, total: 0 };
    exporting.value = { done: done + page.length, total: Math.max(total, done + page.length) };
  }
}

function save(file: ExportFile, name: string): void {
  const day = new Date().toISOString().slice(0, 10);
  download(`${safeName(name)} ${day}.${file.ending}`, file.finish());
  toast(countWords('articlesExported', exporting.value?.done ?? 0));
}
