import { type CheckResult, commitCheck } from '../db/commit-check';
import { getFullAt, saveFullAt } from '../db/tidied';
import { ProblemError } from '../model/problem';
import type { World } from './world';

/** A disk that stays full is told of no more often (ms). */
const toldAgainMs = 7 * 86_400_000;

/**
 * Stores what a check found. When the disk is full: without the articles' texts, so that no article and no mark is lost,
 * and the reader is told once. Rejects as commitCheck does when even that does not fit.
 */
export async function storeCheck(world: World, check: CheckResult): Promise<{ entryIds: number[] }> {
  try {
    return await commitCheck(check);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'storage-full') throw error;
    await tellFull(world).catch(() => undefined);
    return commitCheck({ ...check, withoutBodies: true });
  }
}

async function tellFull(world: World): Promise<void> {
  const now = world.now();
  const before = await getFullAt();
  if (before <= now - toldAgainMs || before > now) await world.tell({ full: { at: now } });
  await saveFullAt(now);
}
