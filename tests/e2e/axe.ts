import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type ExtensionPage, poll } from './extension-page';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, and what axe calls good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const themes = ['light', 'sepia', 'dark', 'black'] as const;
export type Theme = (typeof themes)[number];

interface WithAxe {
  axe: {
    run(
      context: { include: string[] },
      options: object,
    ): Promise<Pick<AxeResults, 'violations' | 'passes' | 'incomplete'>>;
  };
}

/** What axe said of one state in one theme. */
export interface Finding {
  theme: Theme;
  /** Every violation as a line: rule, element, and what axe says of it. */
  violations: string[];
  /** What axe could not decide, a line each: rule, why, element. Whole in `npm run axe`, else one of each rule. */
  unsure: string[];
  /** How many rules found something to look at. */
  rules: number;
}

interface Plan {
  theme: Theme;
  part: string;
  runOnly: readonly string[];
  resultTypes: readonly string[];
}

async function findInPage(plans: readonly Plan[]): Promise<Finding[]> {
  const { axe } = globalThis as unknown as WithAxe;
  const root = document.documentElement;
  const before = root.dataset.theme ?? 'auto';
  // a colour on its way from one theme to the next belongs to neither
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  const found: Finding[] = [];
  for (const { theme, part, runOnly, resultTypes } of plans) {
    root.dataset.theme = theme;
    // the rule for the size of what is pressed waits to be asked for by name
    const rules = runOnly.includes('wcag22aa') ? { 'target-size': { enabled: true } } : {};
    const { violations, passes, incomplete } = await axe.run(
      { include: [part] },
      { runOnly, rules, resultTypes },
    );
    found.push({
      theme,
      rules: passes.length + violations.length + incomplete.length,
      violations: violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
      ),
      unsure: incomplete.flatMap(({ id, nodes }) =>
        nodes.map(({ any, all, none, target }) => {
          const why =
            [...any, ...all, ...none].map(({ data }) => data?.messageKey).find(Boolean) ?? 'no reason';
          return `${id}, ${why}: ${target.join(' ')}`;
        }),
      ),
    });
  }
  root.dataset.theme = before;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== still);
  return found;
}

/** Boxes that scroll sideways get their stop of the keyboard in the frame after the one that shows them. */
function stopsAreThere(): boolean {
  const boxes = document.querySelectorAll('[data-article-body] pre, [data-article-body] .table-frame');
  return [...boxes].every(
    (box) => box.scrollWidth <= box.clientWidth + 1 || box.matches('[tabindex], :has(a, button, [tabindex])'),
  );
}

/**
 * Looks at a state in all four themes. Between them only colours differ: unless all is asked for, the others than the
 * first are looked at for those alone, and in that part of the page which the state before had not.
 */
export async function axeFinds(
  page: ExtensionPage,
  part: string | undefined,
  all: boolean,
): Promise<Finding[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluateSource(axeSource);
  // where they never come, axe says so
  await poll(() => page.evaluate(stopsAreThere), 5000);
  // Firefox paints with the same colours: once in the light and once in the dark is enough for each day
  const shown = all || !page.page.url().startsWith('moz-') ? themes : (['light', 'dark'] as const);
  const plans = shown.map((theme, at) => ({
    theme,
    part: all || at === 0 ? 'html' : (part ?? 'html'),
    runOnly: all || at === 0 ? tags : ['color-contrast'],
    resultTypes: all ? ['violations', 'incomplete'] : ['violations'],
  }));
  return page.evaluate(findInPage, plans);
}
