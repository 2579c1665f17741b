import { unwrap } from 'idb';
import { type Problem, ProblemError } from '../model/problem';
import { forgetDatabase, openDatabase } from './open';
import type { BroadsheetSchema, Database, ReadTx, StoreName, WriteTx } from './schema';
import { inTurn, type Urgency } from './write-queue';

/**
 * Runs `work` in one read transaction over `stores` and gives its result. `work` may await nothing but requests of
 * this transaction. Throws ProblemError: storage-full, storage-failed, or what `work` threw.
 */
export function read<T>(stores: StoreName[], work: (tx: ReadTx) => Promise<T>): Promise<T> {
  // what was read holds whether or not the transaction has ended: its end is one more way to the database and back
  const end = async () => undefined;
  return run(() => begin(stores, 'readonly', 'default') as Promise<ReadTx>, work, end);
}

/**
 * As `read`, in one write transaction: all of it is stored, or nothing. What the reader does is forced to the disk
 * before it is answered (3 ms); what a poll finds is not, as it would be found again.
 */
export function write<T>(
  urgency: Urgency,
  stores: StoreName[],
  work: (tx: WriteTx) => Promise<T>,
): Promise<T> {
  const durability = urgency === 'reader' ? 'strict' : 'relaxed';
  return inTurn(urgency, () => inWriteTransaction(durability, stores, work));
}

/**
 * Puts a row and waits for nothing: an error ends the transaction, which says so at its end. Whoever needs nothing more
 * of a row saves the way to the database and back.
 */
export function putRow<Name extends StoreName>(
  tx: WriteTx,
  store: Name,
  row: BroadsheetSchema[Name]['value'],
  key?: IDBValidKey,
): void {
  unwrap(tx).objectStore(store).put(row, key);
}

/** What runs in a turn of the write queue; everything else calls `write`. */
export function inWriteTransaction<T>(
  durability: IDBTransactionDurability,
  stores: StoreName[],
  work: (tx: WriteTx) => Promise<T>,
): Promise<T> {
  const start = () => begin(stores, 'readwrite', durability) as Promise<WriteTx>;
  return run(start, work, (tx) => tx.done);
}

async function run<Tx extends ReadTx | WriteTx, T>(
  start: () => Promise<Tx>,
  work: (tx: Tx) => Promise<T>,
  end: (tx: Tx) => Promise<void>,
): Promise<T> {
  let tx: Tx | null = null;
  try {
    tx = await start();
    const result = await work(tx);
    endSoon(tx);
    await end(tx);
    return result;
  } catch (error) {
    throw new ProblemError(problemOf(tx ? await rollBack(tx, error) : error));
  }
}

/** Says that no more is to come, rather than let the browser find out; one that has nothing left to do has ended by itself. */
function endSoon(tx: ReadTx | WriteTx): void {
  try {
    tx.commit();
  } catch {
    // it has ended already
  }
}

async function begin(
  stores: StoreName[],
  mode: 'readonly' | 'readwrite',
  durability: IDBTransactionDurability,
): Promise<ReadTx | WriteTx> {
  const on = (db: Database) => db.transaction(stores, mode, { durability }) as ReadTx | WriteTx;
  const db = await openDatabase();
  let tx: ReturnType<typeof on>;
  try {
    tx = on(db);
  } catch (error) {
    // the connection was closed under us: by an upgrade elsewhere, or with the site's data
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
    await forgetDatabase(db);
    tx = on(await openDatabase());
  }
  tx.done.catch(() => undefined);
  return tx;
}

/** Undoes what `tx` did and gives the first cause: a full disk shows in the transaction, its requests only say "aborted". */
async function rollBack(tx: ReadTx | WriteTx, error: unknown): Promise<unknown> {
  try {
    tx.abort();
  } catch {
    // it has ended already
  }
  const cause: unknown = await tx.done.then(
    () => error,
    (reason: unknown) => reason,
  );
  const isAbort = error instanceof DOMException && error.name === 'AbortError';
  return isAbort || isQuotaError(cause) ? cause : error;
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (isQuotaError(error)) return { kind: 'storage-full' };
  return {
    kind: 'storage-failed',
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
