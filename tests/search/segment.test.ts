import { describe, expect, it } from 'vitest';
import { type Block, BlockReader } from '../../utils/search/block';
import { mergeBlocks, planMerge } from '../../utils/search/merge';
import { toPlain } from '../../utils/search/plain';
import { ByteReader, ByteWriter } from '../../utils/search/postings';
import { buildBlocks, newestFirst, packDocs } from '../../utils/search/segment';
import { randomFrom } from '../random';
import { eachToken } from './each-token';

interface Article {
  id: number;
  feedId: number;
  sortAt: number;
  plain: string;
}

const signs =
  '美国之音记者周二报道说国会众议院通过了一项法案要求政府公布有关文件但是参议院能否批准还不清楚臺灣總統發表談話𠮷😀';
const latin = 'the history of public radio in small towns is a Café story covid-19 internationalization x';

function articles(count: number, seed: number): Article[] {
  const random = randomFrom(seed);
  const pick = (all: readonly string[]) => all[Math.floor(random() * all.length)] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const words = Array.from({ length: 30 }, () => pick(latin.split(' '))).join(' ');
    const han = Array.from({ length: 60 }, () => pick([...signs])).join('');
    const sortAt = Math.floor(random() * 50) * 1000;
    return { id: index + 1, feedId: 1 + (index % 3), sortAt, plain: toPlain(`${han} ${words}`).text };
  }).sort(newestFirst);
}

/** What the blocks say: for every token, the ids of its articles. */
function lookUpAll(blocks: readonly Block[], ids: Uint32Array): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { bytes, last } of blocks) {
    const reader = new BlockReader(bytes, ids.length);
    while (reader.next()) {
      const list: number[] = [];
      reader.list((place) => list.push(ids[place] ?? -1));
      found.set(reader.token, list);
    }
    expect(reader.token).toBe(last);
  }
  return found;
}

function expected(docs: readonly Article[]): Map<string, number[]> {
  const found = new Map<string, Set<number>>();
  for (const { id, plain } of docs)
    eachToken(plain, (token) => found.set(token, (found.get(token) ?? new Set()).add(id)));
  return new Map([...found].map(([token, ids]) => [token, [...ids]]));
}

const sorted = (map: Map<string, number[]>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

describe('posting lists', () => {
  it.each([
    ['none', [], 10],
    ['one', [0], 1],
    ['all', Array.from({ length: 1000 }, (_, doc) => doc), 1000],
    ['few of many', [0, 127, 128, 300, 16_383], 16_384],
    ['the last alone', [16_383], 16_384],
  ])('%s', (_name, list, docs) => {
    const writer = new ByteWriter(1);
    writer.postings(list, docs);
    writer.postings([docs - 1], docs);
    const reader = new ByteReader(writer.finish());
    const read: number[] = [];
    reader.postings(docs, (doc) => read.push(doc));
    expect(read).toEqual(list);
    reader.skipPostings(docs);
    expect(reader.ended).toBe(true);
  });

  it('take an eighth of a byte where all have it', () => {
    const writer = new ByteWriter();
    writer.postings(
      Array.from({ length: 16_384 }, (_, doc) => doc),
      16_384,
    );
    expect(writer.length).toBeLessThan(2060);
  });

  it('end, whatever the bytes', () => {
    const random = randomFrom(5);
    for (let run = 0; run < 200; run++) {
      const reader = new BlockReader(
        Uint8Array.from({ length: 200 }, () => random() * 256),
        64,
      );
      let steps = 0;
      while (reader.next() && steps < 1000) {
        steps++;
        reader.list((doc) => expect(doc).toBeLessThan(64));
      }
      expect(steps).toBeLessThan(1000);
    }
  });
});

describe('a segment', () => {
  const docs = articles(400, 7);
  const blocks = [...buildBlocks(docs)];

  it('finds every token where it is, and nowhere else', () => {
    expect(sorted(lookUpAll(blocks, packDocs(docs).ids))).toEqual(sorted(expected(docs)));
  });

  it('has its blocks in order', () => {
    const lasts = blocks.map(({ last }) => last);
    expect(lasts).toEqual([...lasts].sort());
    expect(blocks.length).toBeGreaterThan(1);
  });
});

describe('merging', () => {
  async function* bytesOf(blocks: Iterable<Block>) {
    for (const { bytes } of blocks) yield bytes;
  }

  it.each([
    ['segments that follow each other', (all: Article[]) => [all.slice(0, 150), all.slice(150)]],
    [
      'segments of the same time',
      (all: Article[]) => [0, 1, 2].map((part) => all.filter((_, at) => at % 3 === part)),
    ],
    ['one', (all: Article[]) => [all]],
  ])('%s gives what building gives', async (_name, split) => {
    const all = articles(300, 11);
    const dead = new Set([all[3]?.id, all[200]?.id]);
    const parts = split(all).map((docs) => ({
      table: packDocs(docs),
      dead: new Set(docs.flatMap(({ id }, place) => (dead.has(id) ? [place] : []))),
      blocks: bytesOf(buildBlocks(docs)),
    }));
    const plan = planMerge(parts);
    const left = all.filter(({ id }) => !dead.has(id));
    expect(plan.docs).toEqual(left.map(({ plain: _, ...doc }) => doc));
    const merged: Block[] = [];
    for await (const block of mergeBlocks(parts, plan)) merged.push(block);
    expect(merged).toEqual([...buildBlocks(left)]);
  });
});
