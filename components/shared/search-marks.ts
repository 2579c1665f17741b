import { findMarks } from '../../utils/search/marks';
import type { Term } from '../../utils/search/term';
import { understood } from './search-list';
import { placeInRun, textRuns } from './text-runs';

/** Whose text is marked: titles and passages in the list, and the open article. */
const lists = '[role=feed] .row :is(h2, p)';
const article = '.article :is(h1, .article-body)';
const name = 'found';

function rangesIn(root: Element, terms: readonly Term[]): StaticRange[] {
  return textRuns(root).flatMap((run) =>
    findMarks(terms, run.map((node) => node.data).join('')).flatMap(([from, to]) => {
      const [start, end] = [placeInRun(run, from, false), placeInRun(run, to, true)];
      if (!start || !end) return [];
      const [startContainer, startOffset] = start;
      const [endContainer, endOffset] = end;
      return [new StaticRange({ startContainer, startOffset, endContainer, endOffset })];
    }),
  );
}

function mark(): void {
  const terms = understood.value.words.filter((term) => !term.not);
  const roots = terms.length > 0 ? [...document.querySelectorAll(`${lists}, ${article}`)] : [];
  CSS.highlights.set(name, new Highlight(...roots.flatMap((root) => rangesIn(root, terms))));
}

/**
 * Marks what was searched for wherever it stands on the page, and goes on as the page changes; gives the function that
 * ends it. No element is touched: the browser paints ranges (CSS Custom Highlight API).
 */
export function showFinds(): () => void {
  let frame = 0;
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  };
  const watcher = new MutationObserver(soon);
  watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
  const stop = understood.subscribe(soon);
  return () => {
    watcher.disconnect();
    stop();
    cancelAnimationFrame(frame);
    CSS.highlights.delete(name);
  };
}
