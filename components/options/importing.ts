import { signal } from '@preact/signals';
import { inBatches } from '../../utils/archive/batches';
import {
  type Gathered,
  type GatherRefusal,
  gatherRecords,
  type SourceFile,
} from '../../utils/archive/gather';
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
  const lengthOf = (one: Gathered) => ('text' in one ? one.text.length : 0);
  for await (const batch of inBatches(gatherRecords(files), lengthOf)) {
    if (!isRunning()) break;
    await sendBatch(batch, read);
    if (importing.value.problem) break;
  }
  update(({ state }) => (state === 'running' ? { state: 'done' } : {}));
}

async function sendBatch(batch: readonly Gathered[], read: boolean): Promise<void> {
  const records = batch.flatMap((one) => ('text' in one ? [{ name: one.name, text: one.text }] : []));
  const unread = batch.flatMap((one) => ('text' in one ? [] : [{ name: one.name, reason: one.reason }]));
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
