import { BlockReader } from '../search/block';
import type { LookUp } from '../search/term';
import type { AnyTx, SegmentRow } from './schema';

/** One byte for every article of a segment: 1 where it is meant. */
export type Flags = Uint8Array;

/** The articles of a segment that have what is looked up. */
export async function flagsOf(tx: AnyTx, { id, docs }: SegmentRow, lookUp: LookUp): Promise<Flags> {
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
