import { effect } from '@preact/signals';
import { watchChanges } from '../../utils/messages/changes';
import type { Change } from '../../utils/messages/protocol';
import type { Entry } from '../../utils/model/entry';
import { entryBeside, listStatus } from './list-state';
import { dropPrepared, keepPrepared, prepare } from './prepared';
import { reading, selectedId } from './reading-state';

/** Longer than articles follow each other under a held key: none is read ahead that is only passed. */
const restMs = 90;

/** What the next key may open. */
function likely(): Entry[] {
  const at = selectedId.value;
  const beside = [entryBeside(at, 1), at === null ? undefined : entryBeside(at, -1)];
  return beside.filter((entry) => entry !== undefined);
}

async function prepareLikely(): Promise<void> {
  const entries = likely();
  keepPrepared(new Set(entries.map(({ id }) => id)));
  const { readAhead } = await import('./read-ahead');
  for (const entry of entries) await prepare(entry.id, () => readAhead(entry));
}

function forget(change: Change): void {
  if (change.kind === 'entries' || change.kind === 'joined') dropPrepared(change.entryIds);
  else if (['arrived', 'lists', 'feeds', 'settled'].includes(change.kind)) dropPrepared();
}

let timer: ReturnType<typeof setTimeout> | undefined;

function prepareSoon(): void {
  clearTimeout(timer);
  if (listStatus.peek() !== 'ready' || reading.peek()?.status === 'loading') return;
  const start = () => void prepareLikely().catch(() => undefined);
  timer = setTimeout(() => requestIdleCallback(start, { timeout: 500 }), restMs);
}

/** Reads in idle moments what the next key may open, so that opening is no more than showing. */
export function prepareBeside(): void {
  watchChanges((change) => {
    forget(change);
    prepareSoon();
  });
  effect(() => {
    for (const place of [listStatus, reading, selectedId]) void place.value;
    prepareSoon();
  });
}
