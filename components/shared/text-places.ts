/** Characters of an article's text, and where they stand in the window that scrolls it. */

function* textsOf(scroller: HTMLElement): Generator<{ text: Text; start: number }> {
  const body = scroller.querySelector('[data-article-body]');
  if (!body) return;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  let start = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    yield { text, start };
    start += text.length;
  }
}

function rectOf(text: Text, from: number, to: number): DOMRect {
  const range = document.createRange();
  range.setStart(text, from);
  range.setEnd(text, to);
  return range.getBoundingClientRect();
}

/** How much of the text lies above this line of the window, by halving. */
function charactersAbove(text: Text, line: number): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rectOf(text, middle, middle + 1).bottom <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Characters of the article above the window's top; 0 where its text is not there, or ends above. */
export function charactersPassed(scroller: HTMLElement): number {
  const line = scroller.getBoundingClientRect().top;
  for (const { text, start } of textsOf(scroller)) {
    const { bottom, height } = rectOf(text, 0, text.length);
    if (height > 0 && bottom > line) return start + charactersAbove(text, line);
  }
  return 0;
}

/** Whether the text is there already, and then brought to that place. */
export function showFrom(scroller: HTMLElement, passed: number): boolean {
  for (const { text, start } of textsOf(scroller)) {
    const at = passed - start;
    if (at >= text.length) continue;
    const { top } = rectOf(text, at, at + 1);
    scroller.scrollBy({ top: top - scroller.getBoundingClientRect().top, behavior: 'instant' });
    return true;
  }
  return false;
}

/** What lines of the article break by: another one, and the same characters stand elsewhere. */
export function breaksBy(scroller: HTMLElement): string {
  const body = scroller.querySelector('[data-article-body]');
  if (!body) return '';
  const { fontSize, fontFamily, lineHeight, letterSpacing } = getComputedStyle(body);
  return [body.clientWidth, fontSize, fontFamily, lineHeight, letterSpacing].join(' ');
}
