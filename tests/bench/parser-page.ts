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
  /** What lives when one of our parses ends, over the document's size; null where the browser does not tell. */
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
    rows.push({ name, kind, bytes: bytes.length, entries, ...least, memory: memoryOf(bytes, repeats) });
  }
  return rows;
}

function timeOf(run: (bytes: Uint8Array) => unknown, bytes: Uint8Array, repeats: number): number {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) run(bytes);
  return (performance.now() - start) / repeats;
}

/**
 * The most that lives at once is what lives at the end: the text, which the browser holds outside of the heap (in one byte
 * a character where all are Latin ones), and the result, whose strings point into it. The bytes are the caller's.
 */
function memoryOf(bytes: Uint8Array, parses: number): number | null {
  const { gc } = globalThis as { gc?: () => void };
  const heap = () => (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize;
  gc?.();
  const before = heap();
  const kept = Array.from({ length: parses }, () => parseFeed(bytes, { url: 'https://feeds.example.com/' }));
  gc?.();
  const after = heap();
  if (gc === undefined || before === undefined || after === undefined) return null;
  const text = new TextDecoder().decode(bytes);
  const textBytes = text.length * (/[^\0-\xff]/.test(text) ? 2 : 1);
  return ((after - before) / kept.length + textBytes) / bytes.length;
}
