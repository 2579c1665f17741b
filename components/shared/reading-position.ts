import type { Entry } from '../../utils/model/entry';
import { keepPlace, placeIn, placesKnown } from './reading-places';

/** The rest of an article that counts as read to its end, px. */
const atEnd = 40;
/** The scroller has come to rest after so long. */
const restMs = 250;

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

/** Goes there as soon as the text is there, unless the reader scrolls by herself before; gives the function that gives up. */
function goTo(scroller: HTMLElement, passed: number): () => void {
  if (passed === 0 || showFrom(scroller, passed)) return () => undefined;
  const watcher = new MutationObserver(() => {
    if (showFrom(scroller, passed)) watcher.disconnect();
  });
  watcher.observe(scroller, { childList: true, subtree: true });
  const giveUp = () => watcher.disconnect();
  scroller.addEventListener('wheel', giveUp, { passive: true, once: true });
  scroller.addEventListener('keydown', giveUp, { once: true });
  return () => {
    giveUp();
    scroller.removeEventListener('wheel', giveUp);
    scroller.removeEventListener('keydown', giveUp);
  };
}

/** Keeps the place whenever the scroller has come to rest, and when the page is left before; gives the function that stops it. */
function keepPlaces(scroller: HTMLElement, entry: Entry): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    timer = undefined;
    keepPlace(entry, charactersPassed(scroller));
  };
  const onScroll = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, restMs);
  };
  const onLeave = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    keep();
  };
  scroller.addEventListener('scroll', onScroll, { passive: true });
  addEventListener('pagehide', onLeave);
  return () => {
    clearTimeout(timer);
    scroller.removeEventListener('scroll', onScroll);
    removeEventListener('pagehide', onLeave);
  };
}

/**
 * Brings an article back to where it was left, as soon as its text is there, and keeps the place from then on. Gives the
 * function that stops both. Goes by characters, not pixels: images come later, another window has
 * other lines, and many a mirror's article is a single block.
 */
export function followPosition(scroller: HTMLElement, entry: Entry): () => void {
  let stop: (() => void)[] | null = [];
  // what was left before is not written over by a page that does not know it yet
  void placesKnown.then(() => stop?.push(goTo(scroller, placeIn(entry)), keepPlaces(scroller, entry)));
  return () => {
    for (const each of stop ?? []) each();
    stop = null;
  };
}
