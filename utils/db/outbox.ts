import type { OutboxRow } from './schema';
import { read, write } from './transaction';

/** What is still to be told or done about articles that have arrived, in the order of arrival. */
export function listOutbox(limit: number): Promise<OutboxRow[]> {
  return read(['outbox'], (tx) => tx.objectStore('outbox').getAll(null, limit));
}

/** Whether anything waits there. */
export async function hasOutbox(): Promise<boolean> {
  return (await read(['outbox'], (tx) => tx.objectStore('outbox').count())) > 0;
}

/** Takes them out: it is done. */
export function clearOutbox(entryIds: readonly number[]): Promise<void> {
  return write('poll', ['outbox'], async (tx) => {
    await Promise.all(entryIds.map(async (id) => tx.objectStore('outbox').delete(id)));
  });
}
