import { hasOutbox } from '../db/outbox';
import { getToldAt } from '../db/told';

const restMs = 60_000;

/** For how long nothing more may be told (ms). A clock that was set back makes nobody wait longer. */
export async function restBeforeTelling(now: number): Promise<number> {
  const since = now - (await getToldAt());
  return since >= 0 && since < restMs ? restMs - since : 0;
}

/** When what waits in the outbox may be told or done (ms); Infinity where nothing waits. */
export async function outboxDueAt(now: number): Promise<number> {
  return (await hasOutbox()) ? now + (await restBeforeTelling(now)) : Number.POSITIVE_INFINITY;
}
