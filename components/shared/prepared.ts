import type { FullTextRow } from '../../utils/db/schema';
import type { Body } from '../../utils/model/entry';

/** What an article shows, read before it is opened. */
export interface Prepared {
  body: Body | undefined;
  full: FullTextRow | undefined;
}

const ahead = new Map<number, Prepared>();
/** Counts what was dropped: what is being read meanwhile may be older than that. */
let dropped = 0;

/** The article's texts, where they were read ahead; undefined where they have to be read now. */
export function preparedArticle(id: number): Prepared | undefined {
  return ahead.get(id);
}

/** Drops all but these. */
export function keepPrepared(ids: ReadonlySet<number>): void {
  for (const id of ahead.keys()) if (!ids.has(id)) ahead.delete(id);
}

/** Something changed: what was read ahead may not be so any more. Of these articles, or of all. */
export function dropPrepared(ids?: readonly number[]): void {
  dropped++;
  for (const id of ids ?? [...ahead.keys()]) ahead.delete(id);
}

/** Reads an article ahead, unless that is done; what changes meanwhile is not kept. */
export async function prepare(id: number, read: () => Promise<Prepared>): Promise<void> {
  if (ahead.has(id)) return;
  const before = dropped;
  const found = await read();
  if (before === dropped) ahead.set(id, found);
}
