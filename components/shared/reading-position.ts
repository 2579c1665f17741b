/** Where the reader left articles: entry id -> index of the block at the top of the window, newest last. */
type Positions = readonly (readonly [number, number])[];

const storeKey = 'positions';
const mostPositions = 300;
const blocks = 'p, li, h1, h2, h3, h4, h5, h6, pre, figure, tr, dt, dd, summary';
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

/** Index of the block at the top of what is seen; 0 where the article stands at its start, or at its end. */
function topBlock(scroller: HTMLElement): number {
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  if (scrollTop < clientHeight / 4 || scrollHeight - clientHeight - scrollTop < atEnd) return 0;
  const top = scroller.getBoundingClientRect().top;
  const all = Array.from(scroller.querySelectorAll(`[data-article-body] :is(${blocks})`));
  return Math.max(
    0,
    all.findIndex((block) => block.getBoundingClientRect().bottom > top),
  );
}

function keepPosition(entryId: number, block: number): void {
  const others = readPositions().filter(([id]) => id !== entryId);
  const kept = block > 0 ? [...others, [entryId, block] as const] : others;
  localStorage.setItem(storeKey, JSON.stringify(kept.slice(-mostPositions)));
}

function showBlock(scroller: HTMLElement, index: number): boolean {
  const block = scroller.querySelectorAll(`[data-article-body] :is(${blocks})`)[index];
  block?.scrollIntoView({ block: 'start' });
  return block !== undefined;
}

/**
 * Brings an article back to where it was left, as soon as its text is there, and keeps the place from then on. Gives the
 * function that stops both. Goes by blocks, not pixels: images come later, and another window has other lines.
 */
export function followPosition(scroller: HTMLElement, entryId: number): () => void {
  const wanted = readPositions().find(([id]) => id === entryId)?.[1] ?? 0;
  const watcher = new MutationObserver(() => {
    if (showBlock(scroller, wanted)) watcher.disconnect();
  });
  if (wanted > 0 && !showBlock(scroller, wanted))
    watcher.observe(scroller, { childList: true, subtree: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onScroll = () => {
    clearTimeout(timer);
    timer = setTimeout(() => keepPosition(entryId, topBlock(scroller)), 250);
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
