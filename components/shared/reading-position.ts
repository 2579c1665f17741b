import type { Entry } from '../../utils/model/entry';
import { keepPlace, placeIn, placesKnown } from './reading-places';
import { breaksBy, charactersPassed, showFrom } from './text-places';

/** The rest of an article that counts as read to its end, px. */
const atEnd = 40;
/** The scroller has come to rest after so long. */
const restMs = 250;

/** Whether what is left of the article counts as read. */
function isAtEnd({ scrollTop, scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollHeight - clientHeight - scrollTop < atEnd;
}

/** Characters above what is seen; 0 where the article stands at its start. */
function passedBy(scroller: HTMLElement): number {
  return scroller.scrollTop < scroller.clientHeight / 4 ? 0 : charactersPassed(scroller);
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

/** A place of no article. */
const nowhere = -1;

/**
 * Keeps the place whenever the scroller has come to rest, and when the page is left before; and holds it where lines break
 * anew, in another window or larger letters: browsers hold what they saw at the top last by itself only where its box stays.
 * Gives the function that stops it.
 */
function keepPlaces(scroller: HTMLElement, entry: Entry): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let atTop = passedBy(scroller);
  let heldAt = nowhere;
  let heldUntil = 0;
  let brokenBy = breaksBy(scroller);
  const keep = () => {
    timer = undefined;
    atTop = passedBy(scroller);
    keepPlace(entry, isAtEnd(scroller) ? 0 : atTop);
  };
  const hold = () => {
    if (showFrom(scroller, atTop)) heldAt = scroller.scrollTop;
  };
  const onScroll = () => {
    // ours, and the place is known better than it could be read from here
    if (Math.abs(scroller.scrollTop - heldAt) < 1) return;
    // a shorter text has ended above: the watcher comes to it in this frame
    if (breaksBy(scroller) !== brokenBy) return;
    // the browser's own anchor, which moves once more after we did
    if (performance.now() < heldUntil) return hold();
    heldAt = nowhere;
    clearTimeout(timer);
    timer = setTimeout(keep, restMs);
  };
  const onLeave = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    keep();
  };
  const watcher = new ResizeObserver(() => {
    const before = brokenBy;
    brokenBy = breaksBy(scroller);
    if (before === brokenBy || before === '' || atTop === 0 || timer !== undefined) return;
    heldUntil = performance.now() + restMs;
    hold();
  });
  for (const one of [scroller, ...scroller.children]) watcher.observe(one);
  scroller.addEventListener('scroll', onScroll, { passive: true });
  addEventListener('pagehide', onLeave);
  return () => {
    clearTimeout(timer);
    watcher.disconnect();
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
