import { beginSegment, type FinishedSegment, finishSegment, storeBlocks } from '../db/search-index';
import type { Searchable } from '../db/search-source';
import { searchedText } from '../search/article-text';
import type { Block } from '../search/block';
import { toPlain } from '../search/plain';
import { buildBlocks, type Doc, newestFirst, packDocs } from '../search/segment';

/** An entry whose text is ready to be packed. */
export interface ReadyDoc extends Doc {
  plain: string;
  /** UTF-8. */
  textBytes: number;
}

const encoder = new TextEncoder();

export function readyDoc({ entry, html }: Searchable): ReadyDoc {
  const text = searchedText(entry, html);
  const { id, feedId, sortAt } = entry;
  return { id, feedId, sortAt, plain: toPlain(text).text, textBytes: encoder.encode(text).length };
}

type Finish = Pick<FinishedSegment, 'borders' | 'died' | 'known'>;

/** Packs these entries into a segment and makes it a part of the index; none, only the borders move. */
export async function writeSegment(docs: ReadyDoc[], finish: Finish): Promise<void> {
  docs.sort(newestFirst);
  const id = await beginSegment();
  const bytes = await storeBlocks(id, [...buildBlocks(docs)]);
  const textBytes = docs.reduce((sum, doc) => sum + doc.textBytes, 0);
  await finishSegment(id, { ...finish, ...described(id, docs, { bytes, textBytes }), replaced: [] });
}

/** Writes the blocks as they come, and rests in between; gives how many bytes they were. */
export async function storeAll(
  id: number,
  blocks: AsyncIterable<Block>,
  rest: () => Promise<void>,
): Promise<number> {
  let waiting: Block[] = [];
  let bytes = 0;
  const store = async () => {
    bytes += await storeBlocks(id, waiting);
    waiting = [];
    await rest();
  };
  for await (const block of blocks) if (waiting.push(block) === 8) await store();
  await store();
  return bytes;
}

/** The row and the table of a segment of these articles, newest first. */
export function described(
  id: number,
  docs: readonly Doc[],
  sizes: { bytes: number; textBytes: number },
): Pick<FinishedSegment, 'row' | 'table'> {
  const table = packDocs(docs);
  const [first, last] = [docs[0], docs.at(-1)];
  if (!first || !last) return { row: null, table };
  const minId = docs.reduce((least, doc) => Math.min(least, doc.id), first.id);
  const maxId = docs.reduce((most, doc) => Math.max(most, doc.id), first.id);
  const times = { newest: first.sortAt, oldest: last.sortAt };
  return { row: { id, docs: docs.length, ...times, minId, maxId, dead: new Uint16Array(), ...sizes }, table };
}
