/** Words do not go on from one of these into the next. */
const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre, figcaption, blockquote, div, section';

/** Text nodes of an element or fragment, put together where they are read as one text. */
export function textRuns(root: ParentNode & Node): Text[][] {
  return textLines(root, false);
}

/** The same, line by line: what a break sets apart is no one text. */
export function textLines(root: ParentNode & Node, atBreaks = true): Text[][] {
  const runs: Text[][] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let last: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (atBreaks && node instanceof HTMLBRElement) last = null;
    if (!(node instanceof Text)) continue;
    const block = node.parentElement?.closest(blocks) ?? root;
    if (block === last) runs.at(-1)?.push(node);
    else runs.push([node]);
    last = block;
  }
  return runs;
}

/** The node and the place in it that an offset in the run's text means. */
export function placeInRun(run: readonly Text[], offset: number, isEnd: boolean): [Text, number] | null {
  let left = offset;
  for (const node of run) {
    if (left < node.length || (isEnd && left === node.length)) return [node, left];
    left -= node.length;
  }
  return null;
}
