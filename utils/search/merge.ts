import { type Block, BlockReader, BlockWriter } from './block';
import { type Doc, type DocTable, docAt, newestFirst } from './segment';

/** A segment that is to become a part of another. */
export interface Part {
  table: DocTable;
  /** Places of articles that are in it no longer. */
  dead: ReadonlySet<number>;
  /** The bytes of its blocks, in their order. */
  blocks: AsyncIterator<Uint8Array>;
}

export interface MergePlan {
  docs: Doc[];
  /** For each part, the new place of each old one; -1 for the dead. */
  moves: Int32Array[];
}

/** Where the articles of several segments stand in one. */
export function planMerge(parts: readonly Pick<Part, 'table' | 'dead'>[]): MergePlan {
  const found = parts.flatMap(({ table, dead }, part) =>
    Array.from(table.ids.keys())
      .filter((place) => !dead.has(place))
      .map((place) => ({ ...docAt(table, place), part, place })),
  );
  found.sort(newestFirst);
  const moves = parts.map(({ table }) => new Int32Array(table.ids.length).fill(-1));
  found.forEach(({ part, place }, to) => {
    const move = moves[part];
    if (move) move[place] = to;
  });
  return { docs: found.map(({ id, feedId, sortAt }) => ({ id, feedId, sortAt })), moves };
}

/** The tokens of one part, block after block. */
class Tokens {
  /** null behind the last. */
  token: string | null = null;
  #reader: BlockReader | null = null;
  readonly #part: Part;
  readonly #move: Int32Array;

  constructor(part: Part, move: Int32Array) {
    this.#part = part;
    this.#move = move;
  }

  /** To the next token of the block; false at its end, where `load` has to go on. */
  step(): boolean {
    if (!this.#reader?.next()) return false;
    this.token = this.#reader.token;
    return true;
  }

  async load(): Promise<void> {
    do {
      const { value, done } = await this.#part.blocks.next();
      this.token = null;
      if (done) return;
      this.#reader = new BlockReader(value, this.#part.table.ids.length);
    } while (!this.step());
  }

  /** Adds the new places of the articles of this token. */
  addTo(list: number[]): void {
    this.#reader?.list((place) => {
      const to = this.#move[place] ?? -1;
      if (to >= 0) list.push(to);
    });
  }
}

/** The blocks of the segment that the parts become: their tokens in one order, each list put together and sorted. */
export async function* mergeBlocks(parts: readonly Part[], plan: MergePlan): AsyncGenerator<Block> {
  const streams = parts.map((part, at) => new Tokens(part, plan.moves[at] ?? new Int32Array()));
  for (const stream of streams) await stream.load();
  const writer = new BlockWriter(plan.docs.length);
  for (let token = first(streams); token !== null; token = first(streams)) {
    const list: number[] = [];
    for (const stream of streams) {
      if (stream.token !== token) continue;
      stream.addTo(list);
      // millions of tokens: only a new block is worth waiting for
      if (!stream.step()) await stream.load();
    }
    const block = list.length > 0 ? writer.add(token, inOrder(list)) : null;
    if (block) yield block;
  }
  const rest = writer.finish();
  if (rest) yield rest;
}

function first(streams: readonly Tokens[]): string | null {
  let least: string | null = null;
  for (const { token } of streams) if (token !== null && (least === null || token < least)) least = token;
  return least;
}

/** Segments that follow each other in time need no sorting. */
function inOrder(list: number[]): number[] {
  for (let at = 1; at < list.length; at++) {
    if ((list[at] ?? 0) < (list[at - 1] ?? 0)) return list.sort((a, b) => a - b);
  }
  return list;
}
