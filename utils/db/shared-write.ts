import { ProblemError } from '../model/problem';
import type { StoreName, WriteTx } from './schema';
import { inWriteTransaction } from './transaction';
import { inTurn } from './write-queue';

/** What one feed has to store. */
export interface FeedWrite<T> {
  feedId: number;
  stores: readonly StoreName[];
  /** At most so many rows are written. */
  puts: number;
  /** May be run twice: alone, after it was taken back with others. */
  work: (tx: WriteTx) => Promise<T>;
  /** What is done where `work` found a key to be taken. */
  instead?: Pick<FeedWrite<T>, 'stores' | 'work'>;
}

interface Part extends FeedWrite<unknown> {
  settle: (result: unknown) => void;
  fail: (reason: unknown) => void;
}

/** A list waits no longer than for so many rows. */
export const maxPuts = 50;

let parts: Part[] = [];

/**
 * As `write('poll', ...)`, for one feed. What several feeds wait to write goes into one transaction of at most 50 puts:
 * a transaction costs more than the row it is for. It is still all or nothing for each feed, because what a failure of
 * one takes back with it is written again alone.
 */
export function writeFeed<T>(write: FeedWrite<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    parts.push({ ...write, settle: (result) => resolve(result as T), fail: reject });
    void inTurn('poll', commitNext);
  });
}

/** Every part asks for a turn, and finds nothing to do when it was taken along by one before it. */
async function commitNext(): Promise<void> {
  const group = takeGroup();
  if (group.length === 0) return;
  try {
    const stores = [...new Set(group.flatMap((part) => part.stores))];
    const results = await inWriteTransaction('relaxed', stores, (tx) =>
      Promise.all(group.map((part) => part.work(tx))),
    );
    for (const [i, part] of group.entries()) part.settle(results[i]);
  } catch (error) {
    const [first] = group;
    const isOver = group.length === 1 && !(first?.instead && isCollision(error));
    if (isOver) first?.fail(error);
    else for (const part of group) await commitAlone(part);
  }
}

/** The oldest, and those that have room beside it; never two of the same feed, whose order matters. */
function takeGroup(): Part[] {
  const group: Part[] = [];
  const seen = new Set<number>();
  let puts = 0;
  parts = parts.filter((part) => {
    const fits = group.length === 0 || puts + part.puts <= maxPuts;
    const isTaken = fits && !seen.has(part.feedId);
    seen.add(part.feedId);
    if (!isTaken) return true;
    puts += part.puts;
    group.push(part);
    return false;
  });
  return group;
}

async function commitAlone({ instead, settle, fail, ...own }: Part): Promise<void> {
  const { stores, work } = instead ?? own;
  await inWriteTransaction('relaxed', [...stores], work).then(settle, fail);
}

/** A key that was to be new is not: the transaction says so by the error of the request that ended it. */
function isCollision(error: unknown): boolean {
  const problem = error instanceof ProblemError ? error.problem : null;
  return problem?.kind === 'storage-failed' && problem.detail.startsWith('ConstraintError');
}
