import { signal } from '@preact/signals';
import { articleOf } from '../../utils/archive/article';
import { safeName } from '../../utils/archive/file-name';
import { t } from '../../utils/browser/text';
import { send } from '../../utils/messages/send';
import { feedName } from '../../utils/model/feed';
import { archiveImages } from './archive-images';
import { articlesToExport, countToExport, type ExportScope } from './articles-to-export';
import { download } from './download';
import { type ExportFile, openExportFile } from './export-file';
import { feedsById } from './feeds-state';
import { type Format, holdsImages } from './formats';
import { countWords } from './locale';
import { tagTitles } from './tags-state';
import { toast } from './toasts';

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
  if (typeof scope === 'object') return scope.name;
  if (typeof scope !== 'number') return t(scope === 'all' ? 'extensionName' : 'viewStarred');
  const feed = feedsById.value.get(scope);
  return feed ? feedName(feed) : t('extensionName');
}

/**
 * Writes the articles out in that format and saves the file. With `complete`, pictures that are not kept here are asked for
 * first, with the manners of feeds: that takes its time.
 */
export async function exportArticles(scope: ExportScope, format: Format, complete = false): Promise<void> {
  if (exporting.value) return;
  cancelled = false;
  exporting.value = { done: 0, total: 0 };
  try {
    exporting.value = { done: 0, total: await countToExport(scope) };
    const name = nameOfScope(scope);
    const file = await openExportFile(format, name);
    await addAll(file, scope, { pictures: holdsImages(format), complete }).catch((problem: unknown) => {
      file.drop();
      throw problem;
    });
    if (cancelled) return file.drop();
    // a book without chapters is none
    if (exporting.value.done === 0) {
      file.drop();
      toast(t('nothingToExport'));
    } else await save(file, name);
  } catch {
    toast(t('exportFailed'), { tone: 'bad' });
  } finally {
    exporting.value = null;
  }
}

interface Wish {
  pictures: boolean;
  complete: boolean;
}

/** So many articles' pictures are asked for at a time. */
const batch = 10;

async function addAll(file: ExportFile, scope: ExportScope, wish: Wish): Promise<void> {
  for await (const page of articlesToExport(scope)) {
    for (const [at, { entry, body }] of page.entries()) {
      if (cancelled) return;
      if (wish.pictures && wish.complete && at % batch === 0)
        await send('keepArticles', { entryIds: page.slice(at, at + batch).map((one) => one.entry.id) });
      const feed = feedsById.value.get(entry.feedId);
      const article = articleOf(entry, body, feed, tagTitles.value);
      await file.add(article, feed, wish.pictures ? await archiveImages(article) : []);
      count();
    }
  }
}

function count(): void {
  const { done, total } = exporting.value ?? { done: 0, total: 0 };
  exporting.value = { done: done + 1, total: Math.max(total, done + 1) };
}

async function save(file: ExportFile, name: string): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  download(`${safeName(name)} ${day}.${file.ending}`, await file.finish());
  toast(countWords('articlesExported', exporting.value?.done ?? 0));
}
