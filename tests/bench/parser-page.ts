import { parseFeed as feedsmith } from 'feedsmith';
import { parseFeed } from '../../utils/feed/parse';
import { archive, type BenchDocument, chineseNews, podcast } from './parser-documents';

/** Milliseconds of the fastest run of each candidate on one document. */
export interface ParserRow {
  name: string;
  kind: BenchDocument['kind'];
  bytes: number;
  entries: number;
  ours: number;
  feedsmith: number;
  /** DOMParser, parsing only. */
  dom: number;
  /** TextDecoder alone: what no parser of bytes can be below. */
  decoder: number;
  /** Bytes by which the heap grew in one of our parses, over the document's size; null where the browser does not tell. */
  memory: number | null;
}

type Candidate = 'ours' | 'feedsmith' | 'dom' | 'decoder';

const candidates: Record<Candidate, (bytes: Uint8Array) => unknown> = {
  ours: (bytes) => parseFeed(bytes, { url: 'https://feeds.example.com/' })?.entries.length,
  feedsmith: (bytes) => feedsmith(new TextDecoder().decode(bytes)),
  dom: (bytes) =>
    new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/xml').childElementCount,
  decoder: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes).length,
};

/** Runs in a page. All candidates take turns in one run, so that what else the machine does meets all of them. */
export async function measureParsers(): Promise<ParserRow[]> {
  const rows: ParserRow[] = [];
  for (const { name, kind, bytes } of [chineseNews(), podcast(), archive()]) {
    const [rounds, repeats] = bytes.length > 10e6 ? [5, 1] : bytes.length > 1e6 ? [10, 1] : [10, 40];
    const least: Record<Candidate, number> = { ours: 1e9, feedsmith: 1e9, dom: 1e9, decoder: 1e9 };
    for (let round = 0; round < rounds; round++) {
      for (const candidate of Object.keys(candidates) as Candidate[]) {
        least[candidate] = Math.min(least[candidate], timeOf(candidates[candidate], bytes, repeats));
        // Lets the browser collect what the last candidate left, and answer.
        await new Promise((done) => setTimeout(done, 20));
      }
    }
    const entries = parseFeed(bytes, { url: 'https://feeds.example.com/' })?.entries.length ?? 0;
    rows.push({ name, kind, bytes: bytes.length, entries, ...least, memory: memoryOf(bytes) });
  }
  return rows;
}

function timeOf(run: (bytes: Uint8Array) => unknown, bytes: Uint8Array, repeats: number): number {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) run(bytes);
  return (performance.now() - start) / repeats;
}

function memoryOf(bytes: Uint8Array): number | null {
  const heap = () => (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? null;
  (globalThis as { gc?: () => void }).gc?.();
  const before = heap();
  const feed = parseFeed(bytes, { url: 'https://feeds.example.com/' });
  const after = heap();
  return feed === null || before === null || after === null ? null : (after - before) / bytes.length;
}
