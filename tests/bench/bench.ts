import type { BrowserName } from '../tools/browsers.mjs';
import { benchExports } from './bench-exports';
import { benchHealth } from './bench-health';
import { benchHeavy } from './bench-heavy';
import { benchKeeping } from './bench-keeping';
import { benchLists } from './bench-lists';
import { benchPages } from './bench-pages';
import { benchPolls } from './bench-polls';
import { benchReading } from './bench-reading';
import { benchSanitize } from './bench-sanitize';
import { benchSearch } from './bench-search';
import { benchStart } from './bench-start';
import { lineOf, type Measure, type Note } from './measure';
import { benchParser } from './parser-bench';

type Part =
  | 'polls'
  | 'start'
  | 'lists'
  | 'pages'
  | 'health'
  | 'reading'
  | 'heavy'
  | 'exports'
  | 'keeping'
  | 'parser'
  | 'sanitize'
  | 'search';
type Tell = (result: unknown, line: string) => void;

const parts: Record<string, (name: BrowserName, note: Note, rounds: number) => Promise<void>> = {
  polls: benchPolls,
  start: benchStart,
  lists: benchLists,
  pages: benchPages,
  health: benchHealth,
  reading: benchReading,
  heavy: benchHeavy,
  exports: benchExports,
  keeping: benchKeeping,
  sanitize: benchSanitize,
  search: benchSearch,
};

/** Measures one part of the whole in one browser, and tells of each result as it comes; medians of `rounds`. */
export async function runPart(part: Part, browser: BrowserName, rounds: number, tell: Tell): Promise<void> {
  if (part === 'parser') return tellOfParser(browser, tell);
  const note: Note = (measured) => {
    const measure: Measure = { browser, ...measured };
    tell(measure, lineOf(measure));
  };
  await parts[part]?.(browser, note, rounds);
}

async function tellOfParser(browser: BrowserName, tell: Tell): Promise<void> {
  for (const row of await benchParser(browser)) {
    const others = `feedsmith ${row.feedsmith.toFixed(1)} x, DOMParser ${row.domParser.toFixed(1)} x`;
    // Firefox does not tell.
    const heap = row.memory === null ? '' : `, at most ${row.memory.toFixed(2)} documents of memory`;
    const decoder = `${row.overDecoder.toFixed(1)} x TextDecoder${heap}`;
    tell(row, `${browser.padEnd(8)} ${String(row.ms).padStart(7)} ms  ${others}, ${decoder}  ${row.name}`);
  }
}
