import { type Generation, type Snapshots, shelved, snapshotFrom } from '../backup/generations';
import { readValue, writeValue } from './stored-value';

const keyOf = (generation: Generation) => `backup-${generation}`;

/** The backups that were made by themselves; kept outside the database, which they are to replace. */
export async function readSnapshots(): Promise<Snapshots> {
  const found = await Promise.all(
    shelved.map(async (generation) => {
      const snapshot = snapshotFrom(await readValue('local', keyOf(generation)));
      return snapshot ? [[generation, snapshot] as const] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** The oldest first: should the browser die between two, none is lost. */
export async function writeSnapshots(snapshots: Snapshots): Promise<void> {
  for (const generation of shelved.toReversed()) {
    const snapshot = snapshots[generation];
    if (snapshot) await writeValue('local', keyOf(generation), snapshot);
  }
}
