import { signal } from '@preact/signals';
import { backupFeed, entryLines, headLine, seenLine } from '../../utils/backup/write-backup';
import { getUncleaned } from '../../utils/browser/cleaning-choices';
import { getRetention } from '../../utils/browser/retention';
import { getSettings } from '../../utils/browser/settings';
import { t } from '../../utils/browser/text';
import { listFeeds } from '../../utils/db/feeds';
import { listFolders } from '../../utils/db/folders';
import { getGoneList } from '../../utils/db/gone-lists';
import { listRules } from '../../utils/db/rules';
import { listSearches } from '../../utils/db/searches';
import { listTags } from '../../utils/db/tag-list';
import { articlesToExport, countToExport } from '../shared/articles-to-export';
import { BlobBuilder } from '../shared/blob-builder';
import { download } from '../shared/download';
import { countWords } from '../shared/locale';
import { perform } from '../shared/perform';
import { toast } from '../shared/toasts';

/** null while none is under way. */
export const backingUp = signal<{ done: number; total: number } | null>(null);
let cancelled = false;

export function cancelBackup(): void {
  cancelled = true;
}

/** Writes all that is the reader's into one file, and saves it. */
export async function saveBackup(): Promise<void> {
  if (backingUp.value) return;
  cancelled = false;
  backingUp.value = { done: 0, total: 0 };
  try {
    const opml = await perform('exportOpml', { secrets: true });
    const backup = opml && (await write(opml.text));
    if (!backup) return;
    download(`broadsheet-${new Date().toISOString().slice(0, 10)}.backup.jsonl`, backup.file);
    toast(countWords('backupSaved', backup.articles));
  } catch {
    toast(t('exportFailed'), { tone: 'bad' });
  } finally {
    backingUp.value = null;
  }
}

async function write(opml: string): Promise<{ file: Blob; articles: number } | null> {
  const [feeds, folders, settings, retention, uncleaned] = await Promise.all([
    listFeeds(),
    listFolders(),
    getSettings(),
    getRetention(),
    getUncleaned(),
  ]);
  const file = new BlobBuilder();
  const encoder = new TextEncoder();
  const [tags, kept, rules] = await Promise.all([listTags(), listSearches(), listRules()]);
  const names = new Map(tags.map((tag) => [tag.id, tag.title]));
  const searches = kept.map(({ title, query }) => ({ title, query }));
  const subscriptions = { opml, folders, feeds: feeds.map((feed) => backupFeed(feed, uncleaned)) };
  const head = { writtenAt: Date.now(), ...subscriptions, settings, retention, searches, rules };
  file.add(encoder.encode(headLine(head)));
  const total = await countToExport('all');
  let done = 0;
  for (const { id } of feeds) {
    const gone = await getGoneList(id);
    if (gone) file.add(encoder.encode(seenLine({ ...gone, feedId: id })));
    for await (const page of articlesToExport(id)) {
      if (cancelled) {
        file.drop();
        return null;
      }
      const bodies = new Map(page.flatMap(({ entry, body }) => (body ? [[entry.id, body] as const] : [])));
      const entries = page.map(({ entry }) => entry);
      for (const line of entryLines(entries, bodies, names)) file.add(encoder.encode(line));
      await file.settle();
      done += page.length;
      backingUp.value = { done, total };
    }
  }
  return { file: await file.finish('application/jsonl'), articles: done };
}
