import { startFeedServer } from '../server/feed-server';
import type { BrowserName } from '../tools/browsers.mjs';
import type { Note } from './measure';
import { runInPlainPage } from './plain-page';
import type { SearchResults } from './search-page';

const articles = 100_000;

/** Measures the index and the search of so many articles; takes ten minutes a browser. */
export async function benchSearch(name: BrowserName, note: Note, rounds: number): Promise<void> {
  const server = await startFeedServer();
  try {
    const call = `measureSearch(${articles}, ${rounds * 15})`;
    const { built, kinds } = await runInPlainPage<SearchResults>(name, 'search-page.ts', call, server.origin);
    const perThousand = (built.ms / built.indexed) * 1000;
    note({ name: 'search: 1,000 articles indexed', value: perThousand, unit: 'ms' });
    const [value, floor] = [built.bytes / 1e6, built.textBytes / 1e6];
    note({
      name: `search: index of ${articles} articles (their text)`,
      value,
      unit: 'MB',
      floor,
      target: 0.4,
    });
    for (const { kind, p50, p95 } of kinds) {
      note({ name: `search: ${kind}, first results, median`, value: p50, unit: 'ms' });
      note({ name: `search: ${kind}, first results, 95 of 100`, value: p95, unit: 'ms', target: 100 });
    }
  } finally {
    await server.close();
  }
}
