import { listOf } from './list-state';
import type { Scope } from './route-hash';

const pageSize = 1000;

/** The ids of all that a list holds, in its order, far beyond what is shown of it. Rejects when it cannot be read. */
export async function listIds(scope: Scope): Promise<number[]> {
  const ids: number[] = [];
  let page = await listOf(scope, { limit: pageSize });
  while (page.next) {
    ids.push(...page.entries.map(({ id }) => id));
    page = await listOf(scope, { limit: pageSize, after: page.next });
  }
  return [...ids, ...page.entries.map(({ id }) => id)];
}
