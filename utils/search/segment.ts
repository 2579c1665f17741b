import { type Block, BlockWriter } from './block';
import { eachToken } from './tokens';

/** What a segment says of an article besides its words. */
export interface Doc {
  id: number;
  feedId: number;
  sortAt: number;
}

/** Articles of a segment, newest first: a posting list names them by their place here. */
export interface DocTable {
  ids: Uint32Array<ArrayBuffer>;
  feedIds: Uint32Array<ArrayBuffer>;
  sortAts: Float64Array<ArrayBuffer>;
}

/** Of how texts are folded, split and packed: an index of another version is of no use, and is made anew. */
export const indexVersion = 1;
/** More do not fit: places are kept in 16 bits. */
export const maxDocs = 16_384;

/** Newest first, as lists are: by sortAt, then by id. */
export function isNewer(a: Doc, b: Doc): boolean {
  return a.sortAt > b.sortAt || (a.sortAt === b.sortAt && a.id > b.id);
}

export const newestFirst = (a: Doc, b: Doc) => b.sortAt - a.sortAt || b.id - a.id;

export function packDocs(docs: readonly Doc[]): DocTable {
  return {
    ids: Uint32Array.from(docs, (doc) => doc.id),
    feedIds: Uint32Array.from(docs, (doc) => doc.feedId),
    sortAts: Float64Array.from(docs, (doc) => doc.sortAt),
  };
}

export function docAt({ ids, feedIds, sortAts }: DocTable, place: number): Doc {
  return { id: ids[place] ?? 0, feedId: feedIds[place] ?? 0, sortAt: sortAts[place] ?? 0 };
}

interface Source extends Doc {
  /** The text of a Plain. */
  plain: string;
}

/** The blocks of a segment of these articles, which must be in the order of `newestFirst`. */
export function* buildBlocks(docs: readonly Source[]): Generator<Block> {
  const lists = new Map<string, number[]>();
  docs.forEach(({ plain }, place) => {
    eachToken(plain, (token) => {
      const list = lists.get(token);
      if (list === undefined) lists.set(token, [place]);
      else if (list[list.length - 1] !== place) list.push(place);
    });
  });
  const writer = new BlockWriter(docs.length);
  for (const token of [...lists.keys()].sort()) {
    const block = writer.add(token, lists.get(token) ?? []);
    if (block) yield block;
  }
  const rest = writer.finish();
  if (rest) yield rest;
}
