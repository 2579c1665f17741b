import type { BrowserName } from '../tools/browsers.mjs';
import type { Note } from './measure';
import { runInPlainPage } from './plain-page';
import type { SanitizeRow } from './sanitize-page';

/** What an article may take to be sanitized on an idle machine (REQ-39), in ms. */
const budgets: Record<string, number> = { '10 KB': 15, '500 KB': 500 };

/** Measures what sanitizing an article costs above setting its raw HTML, in an ordinary page; `rounds` times five runs. */
export async function benchSanitize(browser: BrowserName, note: Note, rounds: number): Promise<void> {
  const call = `measureSanitizing(${rounds * 5})`;
  const rows = await runInPlainPage<SanitizeRow[]>(browser, 'sanitize-page.ts', call);
  for (const { name, nodes, raw, ours, alone } of rows) {
    const article = `an article of ${name} (${nodes} elements)`;
    note({
      name: `${article} sanitized and laid out, fastest run (raw innerHTML)`,
      value: ours.least,
      unit: 'ms',
      floor: raw.least,
    });
    note({
      name: `${article} sanitized and laid out, middle run (raw innerHTML)`,
      value: ours.median,
      unit: 'ms',
      floor: raw.median,
    });
    const target = budgets[name];
    note({
      name: `${article} sanitized alone, fastest run`,
      value: alone.least,
      unit: 'ms',
      ...(target !== undefined && { target }),
    });
  }
}
