import { signal } from '@preact/signals';
import { inBatches } from '../../utils/archive/batches';
import {
  type Gathered,
  type GatherRefusal,
  gatherRecords,
  type SourceFile,
} from '../../utils/archive/gather';
import { isImagePath } from '../../utils/archive/image-file';
import type { ManifestFile } from '../../utils/archive/manifest';
import type { RecordRefusal } from '../../utils/archive/record';
import { send } from '../../utils/messages/send';
import type { Problem } from '../../utils/model/problem';

export interface Importing {
  importId: number;
  state: 'running' | 'done' | 'cancelled';
  /** Bytes of the chosen files. */
  done: number;
  total: number;
  added: number;
  alreadyThere: number;
  refused: { name: string; reason: RecordRefusal | GatherRefusal }[];
  /** What ended it early. */
  problem: Problem | null;
}

/** The import of records that is under way, or the last one. */
export const importing = signal<Importing | null>(null);

function update(change: (now: Importing) => Partial<Importing>): void {
  if (importing.value) importing.value = { ...importing.value, ...change(importing.value) };
}

export function cancelImport(): void {
  update(({ state }) => (state === 'running' ? { state: 'cancelled' } : {}));
}

const isRunning = () => importing.value?.state === 'running';

/** Sends the records of these files, and of zips among them, to be added; a message for every hundred or so. */
export async function importFiles(files: readonly SourceFile[], read: boolean): Promise<void> {
  if (isRunning() || files.length === 0) return;
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const counts = { done: 0, total, added: 0, alreadyThere: 0 };
  importing.value = { importId: Date.now(), state: 'running', ...counts, refused: [], problem: null };
  const lines: ManifestFile[] = [];
  for await (const batch of inBatches(gatherRecords(files), lengthOf)) {
    if (!isRunning()) break;
    lines.push(...batch.flatMap((one) => ('manifest' in one ? one.manifest.files : [])));
    await sendBatch(batch, read);
    if (importing.value.problem) break;
  }
  await nameAll(importing.value.importId, lines);
  update(({ state }) => (state === 'running' ? { state: 'done' } : {}));
}

function lengthOf(one: Gathered): number {
  if ('text' in one) return one.text.length;
  return 'image' in one ? one.image.length * 2 : 0;
}

async function sendBatch(batch: readonly Gathered[], read: boolean): Promise<void> {
  await sendPictures(batch);
  const records = batch.flatMap((one) => ('text' in one ? [{ name: one.name, text: one.text }] : []));
  const unread = batch.flatMap((one) => ('reason' in one ? [{ name: one.name, reason: one.reason }] : []));
  const importId = importing.value?.importId ?? 0;
  const answer = await send('importRecords', { records, importId, read });
  if (!answer.ok) {
    update(() => ({ problem: answer.problem }));
    return;
  }
  const { added, alreadyThere, refused } = answer.data;
  update((now) => ({
    done: batch.at(-1)?.done ?? now.done,
    added: now.added + added,
    alreadyThere: now.alreadyThere + alreadyThere,
    refused: [...now.refused, ...unread, ...refused],
  }));
}

/** The pictures that an archive of ours holds; what they are called, only its manifest says. */
async function sendPictures(batch: readonly Gathered[]): Promise<void> {
  const { toBase64 } = await import('../../utils/archive/base64');
  const images = batch.flatMap((one) => ('image' in one ? [toBase64(one.image)] : []));
  if (images.length > 0) await send('importImages', { images });
}

/** Names a message. */
const namesSent = 1000;

async function nameAll(importId: number, lines: readonly ManifestFile[]): Promise<void> {
  const names = lines.filter(({ path }) => isImagePath(path)).flatMap(namesOf);
  if (names.length === 0) return;
  for (let at = 0; at < names.length; at += namesSent)
    await send('nameImported', { images: names.slice(at, at + namesSent) });
  await send('adoptImages', { importId });
}

function namesOf({ link, addresses = [], sha256: hash, source, fetchedAt }: ManifestFile) {
  const time = Date.parse(fetchedAt) || 0;
  return [link, ...addresses].map((address) => ({ address, hash, from: source, fetchedAt: time }));
}
