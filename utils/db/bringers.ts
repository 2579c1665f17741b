import { fileOf, isSameFile } from '../listening/same-file';
import type { Body } from '../model/entry';
import { asEntryRow } from './rows';
import type { EntryRow, ReadTx } from './schema';
import { read } from './transaction';

/** A recording as a page keeps it: its article by number, which a lost database takes along, and by what the feed calls it. */
interface Kept {
  address: string;
  entryId: number | null;
  feedId: number;
  title: string;
  key?: string;
}

/** Which article brought a recording. */
export type Bringer = Pick<EntryRow, 'feedId' | 'key'> & { entryId: number };

function hasFile({ enclosures, html }: Body, address: string): boolean {
  const name = fileOf(address).replace(/\?.*$/, '').split('/').at(-1) ?? '';
  return enclosures.some(({ url }) => isSameFile(url, address)) || (name !== '' && html.includes(name));
}

/** The article, if it brought the recording: numbers go to others in a new database, and some feeds give one id to article after article. */
async function ifItBrought(
  tx: ReadTx,
  row: EntryRow | null,
  { address, feedId, title }: Kept,
): Promise<EntryRow | null> {
  const body = row && (await tx.objectStore('bodies').get(row.id));
  const isIt = body ? hasFile(body, address) : row?.feedId === feedId && row.title === title;
  return isIt ? row : null;
}

async function bringerOf(tx: ReadTx, kept: Kept): Promise<Bringer | null> {
  const { entryId, feedId, key } = kept;
  const entries = tx.objectStore('entries');
  const [numbered, named] = await Promise.all([
    entryId === null ? null : entries.get(entryId).then(asEntryRow),
    key === undefined ? null : entries.index('byKey').get([feedId, key]).then(asEntryRow),
  ]);
  // else its feed has changed its ids, or has become part of another, or the database is a new one
  const isAsEver = numbered !== null && numbered.id === named?.id;
  const row = isAsEver
    ? numbered
    : ((await ifItBrought(tx, numbered, kept)) ?? (await ifItBrought(tx, named, kept)));
  return row && { entryId: row.id, feedId: row.feedId, key: row.key };
}

/** The articles that brought these recordings, in their order, as they are numbered now; null where one is not there. */
export function listBringers(recordings: readonly Kept[]): Promise<(Bringer | null)[]> {
  return read(['entries', 'bodies'], (tx) => Promise.all(recordings.map((one) => bringerOf(tx, one))));
}
