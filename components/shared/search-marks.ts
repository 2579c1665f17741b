import { findMarks } from '../../utils/search/marks';
import type { Term } from '../../utils/search/term';
import { understood } from './search-list';

/** Whose text is marked: titles and passages in the list, and the open article. */
const lists = '[role=feed] .row :is(h2, p)';
const article = '.article :is(h1, .article-body)';
/** Words do not go on from one of these into the next. */
const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre, figcaption, blockquote, div, section';
const name = 'found';

/** Text nodes that are read as one text. */
function runsOf(root: Element): Text[][] {
  const runs: Text[][] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let last: Element | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const block = node.parentElement?.closest(blocks) ?? root;
    if (block === last) runs.at(-1)?.push(node as Text);
    else runs.push([node as Text]);
    last = block;
  }
  return runs;
}

/** The node and the place in it that an offset in the run's text means. */
function placeIn(run: readonly Text[], offset: number, isEnd: boolean): [Text, number] | null {
  let left = offset;
  for (const node of run) {
    if (left < node.length || (isEnd && left === node.length)) return [node, left];
    left -= node.length;
  }
  return null;
}

function rangesIn(root: Element, terms: readonly Term[]): StaticRange[] {
  return runsOf(root).flatMap((run) =>
    findMarks(terms, run.map((node) => node.data).join('')).flatMap(([from, to]) => {
      const [start, end] = [placeIn(run, from, false), placeIn(run, to, true)];
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
