/** Words do not go on from one of these into the next. */
const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre, figcaption, blockquote, div, section';

/** Text nodes of an element, put together where they are read as one text. */
export function textRuns(root: Element): Text[][] {
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
export function placeInRun(run: readonly Text[], offset: number, isEnd: boolean): [Text, number] | null {
  let left = offset;
  for (const node of run) {
    if (left < node.length || (isEnd && left === node.length)) return [node, left];
    left -= node.length;
  }
  return null;
}
