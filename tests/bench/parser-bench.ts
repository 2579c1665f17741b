import type { ParserRow } from './parser-page';
import { runInPlainPage } from './plain-page';

/** What `npm run bench` prints: a candidate's time, over that of our parser. */
export interface ParserMeasure {
  browser: string;
  name: string;
  /** Our parser, bytes to ParsedFeed, in milliseconds. */
  ms: number;
  megabytesPerSecond: number;
  /** How many times as long the others take. */
  feedsmith: number;
  domParser: number;
  /** How many times as long as TextDecoder we take. */
  overDecoder: number;
  memory: number | null;
}

/** Measures our parser against feedsmith, DOMParser and TextDecoder in a real browser; takes about a minute. */
export async function benchParser(browser: 'chromium' | 'firefox'): Promise<ParserMeasure[]> {
  const rows = await runInPlainPage<ParserRow[]>(browser, 'parser-page.ts', 'measureParsers()');
  return rows.map(({ name, bytes, ours, feedsmith, dom, decoder, memory }) => ({
    browser,
    name,
    ms: Math.round(ours * 100) / 100,
    megabytesPerSecond: Math.round(bytes / ours / 1000),
    feedsmith: feedsmith / ours,
    domParser: dom / ours,
    overDecoder: ours / decoder,
    memory,
  }));
}
