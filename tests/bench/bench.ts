import type { BrowserName } from '../tools/browsers.mjs';
import { benchPolls } from './bench-polls';
import { lineOf, type Measure, type Note } from './measure';
import { benchParser } from './parser-bench';

type Part = 'polls' | 'lists' | 'pages' | 'reading' | 'parser';
type Tell = (result: unknown, line: string) => void;

const parts: Record<string, (name: BrowserName, note: Note) => Promise<void>> = {
  polls: benchPolls,
};

/** Measures one part of the whole in one browser, and tells of each result as it comes. */
export async function runPart(part: Part, browser: BrowserName, tell: Tell): Promise<void> {
  if (part === 'parser') return tellOfParser(browser, tell);
  await parts[part]?.(browser, (measured) => {
    const measure: Measure = { browser, ...measured };
    tell(measure, lineOf(measure));
  });
}

async function tellOfParser(browser: BrowserName, tell: Tell): Promise<void> {
  for (const row of await benchParser(browser)) {
    const others = `feedsmith ${row.feedsmith.toFixed(1)} x, DOMParser ${row.domParser.toFixed(1)} x`;
    const decoder = `${row.overDecoder.toFixed(1)} x TextDecoder`;
    tell(row, `${browser.padEnd(8)} ${String(row.ms).padStart(7)} ms  ${others}, ${decoder}  ${row.name}`);
  }
}
