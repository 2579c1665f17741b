import { type Block, BlockWriter } from './block';
import { signToken, takeTokens } from './tokens';

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
export const indexVersion = 2;
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
  const writer = new BlockWriter(docs.length);
  for (const { token, list } of inOrder(collect(docs))) {
    const block = writer.add(token, list);
    if (block) yield block;
  }
  const rest = writer.finish();
  if (rest) yield rest;
}

interface Posting {
  token: string;
  list: readonly number[];
}

interface Collected {
  words: Map<string, number[]>;
  /** Two signs and the place of an article that has them, in one number each: sorting those is quicker than any map. */
  signs: Float64Array;
}

function collect(docs: readonly Source[]): Collected {
  const words = new Map<string, number[]>();
  const capacity = docs.reduce((sum, { plain }) => sum + plain.length, 0);
  const signs = new Float64Array(capacity);
  let count = 0;
  docs.forEach(({ plain }, place) => {
    takeTokens(plain, {
      word(token) {
        const list = words.get(token);
        if (list === undefined) words.set(token, [place]);
        else if (list[list.length - 1] !== place) list.push(place);
      },
      signs(first, second) {
        signs[count++] = (first * 0x10000 + second) * maxDocs + place;
      },
    });
  });
  return { words, signs: signs.subarray(0, count).sort() };
}

/** Words and signs in the one order that blocks are in. */
function* inOrder({ words, signs }: Collected): Generator<Posting> {
  const sorted = [...words.keys()].sort();
  let at = 0;
  for (const posting of signPostings(signs)) {
    for (let token = sorted[at]; token !== undefined && token < posting.token; token = sorted[++at])
      yield { token, list: words.get(token) ?? [] };
    yield posting;
  }
  for (const token of sorted.slice(at)) yield { token, list: words.get(token) ?? [] };
}

function* signPostings(signs: Float64Array): Generator<Posting> {
  for (let at = 0; at < signs.length; ) {
    const pair = Math.floor((signs[at] ?? 0) / maxDocs);
    const list: number[] = [];
    for (; at < signs.length && Math.floor((signs[at] ?? 0) / maxDocs) === pair; at++) {
      const place = (signs[at] ?? 0) % maxDocs;
      if (list[list.length - 1] !== place) list.push(place);
    }
    yield { token: signToken(Math.floor(pair / 0x10000), pair % 0x10000), list };
  }
}
