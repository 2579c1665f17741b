import { openDB } from 'idb';
import type { Migration } from './migrations';
import type { BroadsheetSchema, Database, UpgradeTx } from './schema';

export const databaseName = 'broadsheet';
/** The number of `migrations`, which are loaded when a database is older. */
export const databaseVersion = 12;

/**
 * blocked: an older page keeps our upgrade waiting. outdated: a newer version of the extension took over, this page
 * must be reopened. lost: the browser closed the connection (site data cleared, or an internal error).
 */
export type DatabaseEvent = 'blocked' | 'outdated' | 'lost';

const watchers = new Set<(event: DatabaseEvent) => void>();
let connection: Promise<Database> | null = null;

/** Calls back at every DatabaseEvent; gives the function that ends it. */
export function watchDatabase(callback: (event: DatabaseEvent) => void): () => void {
  watchers.add(callback);
  return () => watchers.delete(callback);
}

/** The one connection of this page or worker, opened and migrated at the first call. Rejects with what openDB throws. */
export function openDatabase(): Promise<Database> {
  connection ??= connectToPresent().catch((error: unknown) => {
    connection = null;
    throw error;
  });
  return connection;
}

/** The next use opens anew, unless that has happened already: `closed` turned out to be closed. */
export async function forgetDatabase(closed: Database): Promise<void> {
  const known = connection;
  if ((await known) === closed && connection === known) connection = null;
}

/** Closes the connection; the next use opens it anew. */
export async function closeDatabase(): Promise<void> {
  const closing = connection;
  connection = null;
  (await closing?.catch(() => null))?.close();
}

/** A new connection, after the upgrade to the last of `steps`; `openDatabase` is what all but tests of upgrades want. */
export async function connect(steps?: readonly Migration[]): Promise<Database> {
  const { migrate, migrations } = await import('./migrations');
  const wanted = steps ?? migrations;
  return open(wanted.length, (db, oldVersion, tx) => void migrate(db, tx, oldVersion, wanted));
}

/** The usual database is of this version: an upgrade is given up, and begun again with what it takes. */
async function connectToPresent(): Promise<Database> {
  let isOlder = false;
  const giveUp = (_: Database, __: number, tx: UpgradeTx) => {
    isOlder = true;
    tx.done.catch(() => undefined);
    tx.abort();
  };
  return open(databaseVersion, giveUp).catch((error: unknown) => {
    if (!isOlder) throw error;
    return connect();
  });
}

function open(
  version: number,
  upgrade: (db: Database, oldVersion: number, tx: UpgradeTx) => void,
): Promise<Database> {
  return openDB<BroadsheetSchema>(databaseName, version, {
    upgrade: (db, oldVersion, _, tx) => upgrade(db, oldVersion, tx),
    blocked: () => tell('blocked'),
    blocking: giveWay,
    terminated: onTerminated,
  });
}

/** Fired by another connection's upgrade or deletion: it waits until we are closed, so we never make it wait. */
function giveWay(_current: number, wanted: number | null, event: IDBVersionChangeEvent): void {
  connection = null;
  (event.target as IDBDatabase).close();
  if (wanted !== null) tell('outdated');
}

function onTerminated(): void {
  connection = null;
  tell('lost');
}

function tell(event: DatabaseEvent): void {
  for (const callback of watchers) callback(event);
}
