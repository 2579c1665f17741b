import { useEffect } from 'preact/hooks';

/** From here on a movement is a swipe and no scroll, px. */
const begins = 12;
/** From here on letting go does something, px. */
const enough = 72;
/** No row moves farther than this, px. */
const farthest = 112;

interface Swipe {
  row: HTMLElement;
  x: number;
  y: number;
  /** null while it may still become a scroll. */
  isSwipe: boolean | null;
  by: number;
}

/** What letting go does to the row of an article. */
export type Swiped = (entryId: number, way: 'read' | 'star') => void;

function finish({ row, by }: Swipe, swiped: Swiped): void {
  row.style.translate = '';
  delete row.dataset.swipe;
  if (Math.abs(by) >= enough) swiped(Number(row.dataset.entryId), by > 0 ? 'read' : 'star');
}

function follow(swipe: Swipe, { clientX, clientY }: Touch): void {
  const [dx, dy] = [clientX - swipe.x, clientY - swipe.y];
  if (swipe.isSwipe === null && Math.max(Math.abs(dx), Math.abs(dy)) > begins)
    swipe.isSwipe = Math.abs(dx) > 1.5 * Math.abs(dy);
  if (!swipe.isSwipe) return;
  swipe.by = Math.max(-farthest, Math.min(farthest, dx));
  swipe.row.style.translate = `${swipe.by}px`;
  swipe.row.dataset.swipe = Math.abs(swipe.by) < enough ? 'not-yet' : swipe.by > 0 ? 'read' : 'star';
}

/**
 * With a finger: to the right marks a row as read or unread, to the left stars it; both are taken back by the same again.
 * Only one finger, and only where it moves sideways: all else scrolls, and the browser may do so without waiting for us.
 */
export function useSwipes(list: { current: HTMLElement | null }, swiped: Swiped): void {
  useEffect(() => {
    let swipe: Swipe | null = null;
    const onStart = ({ touches, target }: TouchEvent) => {
      const [touch] = touches;
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-entry-id]') : null;
      swipe =
        touch && row && touches.length === 1
          ? { row, x: touch.clientX, y: touch.clientY, isSwipe: null, by: 0 }
          : null;
    };
    const onMove = ({ touches: [touch] }: TouchEvent) => {
      if (swipe && touch) follow(swipe, touch);
    };
    const onEnd = () => {
      if (swipe?.isSwipe) finish(swipe, swiped);
      swipe = null;
    };
    const onCancel = () => {
      if (swipe) finish({ ...swipe, by: 0 }, swiped);
      swipe = null;
    };
    const options = { passive: true };
    list.current?.addEventListener('touchstart', onStart, options);
    list.current?.addEventListener('touchmove', onMove, options);
    list.current?.addEventListener('touchend', onEnd, options);
    list.current?.addEventListener('touchcancel', onCancel, options);
  }, []);
}
