/** Where the reader left articles: entry id -> characters above the top of the window, newest last. */
type Positions = readonly (readonly [number, number])[];

const storeKey = 'positions';
const mostPositions = 300;
/** The rest of an article that counts as read to its end, px. */
const atEnd = 40;

function readPositions(): Positions {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storeKey) ?? '[]');
    const isPair = (one: unknown): one is [number, number] =>
      Array.isArray(one) && one.length === 2 && one.every((part) => Number.isSafeInteger(part));
    return Array.isArray(stored) ? stored.filter(isPair) : [];
  } catch {
    return [];
  }
}

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

/** Characters above what is seen; 0 where the article stands at its start, or at its end. */
function charactersPassed(scroller: HTMLElement): number {
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  if (scrollTop < clientHeight / 4 || scrollHeight - clientHeight - scrollTop < atEnd) return 0;
  const line = scroller.getBoundingClientRect().top;
  for (const { text, start } of textsOf(scroller)) {
    const { bottom, height } = rectOf(text, 0, text.length);
    if (height > 0 && bottom > line) return start + charactersAbove(text, line);
  }
  return 0;
}

function keepPosition(entryId: number, passed: number): void {
  const others = readPositions().filter(([id]) => id !== entryId);
  const kept = passed > 0 ? [...others, [entryId, passed] as const] : others;
  localStorage.setItem(storeKey, JSON.stringify(kept.slice(-mostPositions)));
}

/** Whether the text is there already, and then brought to that place. */
function showFrom(scroller: HTMLElement, passed: number): boolean {
  for (const { text, start } of textsOf(scroller)) {
    const at = passed - start;
    if (at >= text.length) continue;
    const { top } = rectOf(text, at, at + 1);
    scroller.scrollBy({ top: top - scroller.getBoundingClientRect().top, behavior: 'instant' });
    return true;
  }
  return false;
}

/**
 * Brings an article back to where it was left, as soon as its text is there, and keeps the place from then on. Gives the
 * function that stops both. Goes by characters, not pixels: images come later, another window has
 * other lines, and many a mirror's article is a single block.
 */
export function followPosition(scroller: HTMLElement, entryId: number): () => void {
  const wanted = readPositions().find(([id]) => id === entryId)?.[1] ?? 0;
  const watcher = new MutationObserver(() => {
    if (showFrom(scroller, wanted)) watcher.disconnect();
  });
  if (wanted > 0 && !showFrom(scroller, wanted))
    watcher.observe(scroller, { childList: true, subtree: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onScroll = () => {
    clearTimeout(timer);
    timer = setTimeout(() => keepPosition(entryId, charactersPassed(scroller)), 250);
  };
  scroller.addEventListener('scroll', onScroll, { passive: true });
  // Whoever scrolls by herself is not moved any more.
  const onOwn = () => watcher.disconnect();
  scroller.addEventListener('wheel', onOwn, { passive: true });
  scroller.addEventListener('keydown', onOwn);
  return () => {
    clearTimeout(timer);
    watcher.disconnect();
    scroller.removeEventListener('scroll', onScroll);
    scroller.removeEventListener('wheel', onOwn);
    scroller.removeEventListener('keydown', onOwn);
  };
}
