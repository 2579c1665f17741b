import { signal } from '@preact/signals';
import type { BackupHead, RestoreMode } from '../../utils/backup/backup';
import { previewOf, type RestorePreview } from '../../utils/backup/preview';
import { readEntries, readHead, readSeen } from '../../utils/backup/read-backup';
import { saveUncleaned } from '../../utils/browser/cleaning-choices';
import { saveListening } from '../../utils/browser/listening-choices';
import { retentionFrom, saveRetention } from '../../utils/browser/retention';
import { settingsFrom } from '../../utils/browser/settings';
import { readSnapshots } from '../../utils/browser/snapshots';
import { t } from '../../utils/browser/text';
import { listFeeds } from '../../utils/db/feeds';
import { listeningFrom } from '../../utils/model/listening';
import { countWords } from '../shared/locale';
import { perform } from '../shared/perform';
import { changeSettings } from '../shared/settings-state';
import { toast } from '../shared/toasts';
import { textLines } from './text-lines';

/** A backup that was looked at, with what its restore would change. Nothing is changed yet. */
export interface Opened {
  file: Blob;
  head: BackupHead;
  preview: RestorePreview;
  articles: number;
}

export const opened = signal<Opened | null>(null);
/** null while none is under way. */
export const restoring = signal<{ done: number; total: number } | null>(null);
let cancelled = false;

export function cancelRestore(): void {
  cancelled = true;
}

/** Reads a backup through and shows what its restore would change. */
export async function openBackup(file: Blob): Promise<void> {
  if (restoring.value) return;
  opened.value = null;
  try {
    let head: BackupHead | null = null;
    let articles = 0;
    for await (const line of textLines(file)) {
      if (head) articles += readEntries(line)?.entries.length ?? 0;
      else head = readHead(line);
      if (!head) break;
    }
    if (head) opened.value = { file, head, preview: previewOf(head, await listFeeds()), articles };
  } catch {
    // told below, as for what was no backup at all
  }
  if (!opened.value) toast(t('notABackup'), { tone: 'bad' });
}

/**
 * Restores what was opened. What was done when it is cancelled, or fails, stays; it can be begun again. What a replacing
 * restore changes is put by before, and the toast takes it back, also where it did not come to its end.
 */
export async function restore(mode: RestoreMode): Promise<void> {
  const backup = opened.value;
  if (!backup || restoring.value) return;
  cancelled = false;
  restoring.value = { done: 0, total: backup.articles };
  try {
    if (mode === 'replace' && (await perform('putBy', {})) === null) return;
    const restored = await restoreLines(backup, mode);
    if (restored !== null) {
      if (mode !== 'merge') await restoreChoices(backup.head);
      opened.value = null;
    }
    tell(mode, restored);
  } finally {
    restoring.value = null;
  }
}

function tell(mode: RestoreMode, restored: number | null): void {
  const undo = { action: { label: t('undo'), run: () => void takeBackRestore() } };
  const words = restored === null ? t('restoreStopped') : countWords('restored', restored);
  if (mode === 'take-back') toast(restored === null ? words : t('restoreTakenBack'));
  else toast(words, mode === 'replace' ? undo : {});
}

/** Makes everything what the last replacing restore found. */
export async function takeBackRestore(): Promise<void> {
  const { before } = await readSnapshots();
  if (!before || restoring.value) return;
  await openBackup(new Blob([before.text]));
  await restore('take-back');
}

async function restoreLines({ file, head, articles }: Opened, mode: RestoreMode): Promise<number | null> {
  let ids: Map<number, number> | null = null;
  let done = 0;
  for await (const text of textLines(file)) {
    if (cancelled) return null;
    if (!ids) {
      const begun = await perform('restoreBackup', { head: text, mode });
      if (!begun) return null;
      ids = new Map(begun.feedIds);
      await restoreUncleaned(head, ids, mode);
      continue;
    }
    const line = readEntries(text);
    const feedId = ids.get((line ?? readSeen(text))?.feedId ?? 0);
    if (feedId === undefined) continue;
    if (!(await perform('restoreEntries', { feedId, text, mode }))) return null;
    done += line?.entries.length ?? 0;
    restoring.value = { done, total: articles };
  }
  return done;
}

/** Which feeds are shown with what they repeat is kept apart from the feeds. */
async function restoreUncleaned(
  head: BackupHead,
  ids: ReadonlyMap<number, number>,
  mode: RestoreMode,
): Promise<void> {
  for (const { id, showsWhole = false } of head.feeds) {
    const feedId = ids.get(id);
    if (feedId !== undefined && (showsWhole || mode !== 'merge')) await saveUncleaned(feedId, showsWhole);
  }
}

/** Every choice is checked: what is none of ours becomes the default. */
async function restoreChoices(head: BackupHead): Promise<void> {
  changeSettings(settingsFrom(head.settings));
  const { listening } = { listening: undefined, ...(head.settings as object) };
  if (listening) await saveListening(listeningFrom(listening));
  await saveRetention(retentionFrom(head.retention));
}
