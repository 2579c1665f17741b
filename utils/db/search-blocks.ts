import { BlockReader } from '../search/block';
import type { LookUp } from '../search/term';
import type { AnyTx, SegmentRow } from './schema';

/** One byte for every article of a segment: 1 where it is meant. */
export type Flags = Uint8Array;

/** What was looked up in a connection, the last use last: the next page, and the next letter of another word, ask for it again. */
const looked = new WeakMap<object, Map<string, Flags>>();
/** So many are kept: 4 MB at most, some thirty words in 100,000 articles. */
const mostKept = 256;

/** The articles of a segment that have what is looked up; not to be changed. Segments never change either. */
export async function flagsOf(tx: AnyTx, row: SegmentRow, lookUp: LookUp): Promise<Flags> {
  const kept = looked.get(tx.db) ?? new Map<string, Flags>();
  looked.set(tx.db, kept);
  const key = `${row.id} ${lookUp.token}${lookUp.prefix ? '*' : ''}`;
  const flags = kept.get(key) ?? (await readFlags(tx, row, lookUp));
  kept.delete(key);
  kept.set(key, flags);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return flags;
}

async function readFlags(tx: AnyTx, { id, docs }: SegmentRow, lookUp: LookUp): Promise<Flags> {
  const flags = new Uint8Array(docs);
  for (const bytes of await blocksOf(tx, id, lookUp)) {
    const reader = new BlockReader(bytes, docs);
    while (reader.next()) {
      const { token } = reader;
      const isMeant = lookUp.prefix ? token.startsWith(lookUp.token) : token === lookUp.token;
      if (!isMeant && token > lookUp.token) break;
      if (isMeant) reader.list((place) => (flags[place] = 1));
      else reader.skip();
    }
  }
  return flags;
}

/** A block is found by its last token: the first one that ends with the token or later is where it can be. */
async function blocksOf(tx: AnyTx, segment: number, { token, prefix }: LookUp): Promise<Uint8Array[]> {
  const store = tx.objectStore('postings');
  const behind = prefix ? `${token}\uffff` : token;
  const [inside, next] = await Promise.all([
    prefix ? store.getAll(IDBKeyRange.bound([segment, token], [segment, behind], false, true)) : [],
    store.getAll(IDBKeyRange.bound([segment, behind], [segment, []]), 1),
  ]);
  return [...inside, ...next];
}
