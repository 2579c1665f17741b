import { signal } from '@preact/signals';
import type { BackupBeside } from '../../utils/backup/backup';
import { backupFeed, entryLines, headLine, seenLine } from '../../utils/backup/write-backup';
import { getUncleaned } from '../../utils/browser/cleaning-choices';
import { getListening } from '../../utils/browser/listening-choices';
import { getRetention } from '../../utils/browser/retention';
import { getSettings } from '../../utils/browser/settings';
import { t } from '../../utils/browser/text';
import { listBodies } from '../../utils/db/entry-links';
import { listFeeds } from '../../utils/db/feeds';
import { listFolders } from '../../utils/db/folders';
import { listFullTexts } from '../../utils/db/full-texts';
import { getGoneList } from '../../utils/db/gone-lists';
import { listRevisionsOf } from '../../utils/db/revisions';
import { listRules } from '../../utils/db/rules';
import type { FullTextRow, RevisionRow } from '../../utils/db/schema';
import { listSearches } from '../../utils/db/searches';
import { listTags } from '../../utils/db/tag-list';
import type { Entry } from '../../utils/model/entry';
import { countToExport, entriesToExport } from '../shared/articles-to-export';
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
  const [feeds, folders, choices, listening, retention, uncleaned] = await Promise.all([
    listFeeds(),
    listFolders(),
    getSettings(),
    getListening(),
    getRetention(),
    getUncleaned(),
  ]);
  const file = new BlobBuilder();
  const encoder = new TextEncoder();
  const [tags, kept, rules] = await Promise.all([listTags(), listSearches(), listRules()]);
  const names = new Map(tags.map((tag) => [tag.id, tag.title]));
  const searches = kept.map(({ title, query }) => ({ title, query }));
  const subscriptions = { opml, folders, feeds: feeds.map((feed) => backupFeed(feed, uncleaned)) };
  const settings = { ...choices, listening };
  const head = { writtenAt: Date.now(), ...subscriptions, settings, retention, searches, rules };
  file.add(encoder.encode(headLine(head)));
  const total = await countToExport('all');
  let done = 0;
  for (const { id } of feeds) {
    const gone = await getGoneList(id);
    if (gone) file.add(encoder.encode(seenLine({ ...gone, feedId: id })));
    for await (const page of entriesToExport(id)) {
      if (cancelled) {
        file.drop();
        return null;
      }
      for (const line of await linesOf(page, names)) file.add(encoder.encode(line));
      await file.settle();
      done += page.length;
      backingUp.value = { done, total };
    }
  }
  return { file: await file.finish('application/jsonl'), articles: done };
}

/** Articles with what their feed sent, what their pages say, and what they said before. */
async function linesOf(entries: readonly Entry[], tagNames: ReadonlyMap<number, string>): Promise<string[]> {
  const ids = entries.map(({ id }) => id);
  const changed = entries.filter(({ edited }) => edited === 1).map(({ id }) => id);
  const [bodies, pages, revisions] = await Promise.all([
    listBodies(ids),
    listFullTexts(ids),
    listRevisionsOf(changed),
  ]);
  const beside = new Map(
    ids.map((id): [number, BackupBeside] => [id, besideOf(pages.get(id), revisions.get(id) ?? [])]),
  );
  return entryLines(entries, bodies, tagNames, beside);
}

function besideOf(full: FullTextRow | undefined, earlier: readonly RevisionRow[]): BackupBeside {
  const revisions = earlier.map(({ at, title, html }) => ({ at, title, html }));
  const page = full && {
    html: full.html,
    base: full.base,
    language: full.language,
    fetchedAt: full.fetchedAt,
  };
  return { ...(revisions.length > 0 && { revisions }), ...(page && { page }) };
}
