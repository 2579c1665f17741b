import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import type { SwipeAct } from '../../utils/model/settings';
import { listedEntry } from './list-state';
import { setRead, toggleStar } from './marks';
import { settings } from './settings-state';
import { touchKinds } from './touch-kinds';

/** From here on a movement is a swipe and no scroll, px. */
const begins = 12;
/** From here on letting go does something, px. */
const enough = 72;
/** No row moves farther than this, px. */
const farthest = 128;

interface Swipe {
  row: HTMLElement;
  x: number;
  y: number;
  /** null while it may still become a scroll. */
  isSwipe: boolean | null;
  by: number;
}

function actOf(by: number): SwipeAct {
  return by > 0 ? settings.value.swipeRight : settings.value.swipeLeft;
}

function entryOf({ row }: Swipe): Entry | undefined {
  return listedEntry(Number(row.dataset.entryId));
}

function act(swipe: Swipe): void {
  const entry = entryOf(swipe);
  const what = actOf(swipe.by);
  if (!entry || Math.abs(swipe.by) < enough) return;
  if (what === 'star') void toggleStar(entry);
  else if (what === 'read') void setRead(entry, entry.read === 0);
}

/** What letting go will do. */
function wordsFor(entry: Entry, what: SwipeAct): string {
  if (what === 'star') return t(entry.starred === 1 ? 'unstar' : 'star');
  return t(entry.read === 1 ? 'markUnread' : 'markRead');
}

/** The row goes with the finger, and what it uncovers says what will be done. */
function show(swipe: Swipe, by: number): void {
  const entry = entryOf(swipe);
  const what = actOf(by);
  swipe.by = entry && what !== 'none' ? Math.max(-farthest, Math.min(farthest, by)) : 0;
  const { style, dataset } = swipe.row;
  if (entry && swipe.by !== 0) {
    style.translate = `${swipe.by}px`;
    dataset.swipe = `${by > 0 ? 'right' : 'left'}${Math.abs(swipe.by) < enough ? '' : ' enough'}`;
    dataset.hint = wordsFor(entry, what);
  } else putBack(swipe.row);
}

function putBack({ style, dataset }: HTMLElement): void {
  style.translate = '';
  delete dataset.swipe;
  delete dataset.hint;
}

function follow(swipe: Swipe, { clientX, clientY }: Touch): void {
  const [dx, dy] = [clientX - swipe.x, clientY - swipe.y];
  if (swipe.isSwipe === null && Math.max(Math.abs(dx), Math.abs(dy)) > begins)
    swipe.isSwipe = Math.abs(dx) > 1.5 * Math.abs(dy);
  if (swipe.isSwipe) show(swipe, dx);
}

function begun({ touches, target }: TouchEvent): Swipe | null {
  const [touch] = touches;
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-entry-id]') : null;
  if (!touch || !row || touches.length !== 1) return null;
  return { row, x: touch.clientX, y: touch.clientY, isSwipe: null, by: 0 };
}

/**
 * With one finger sideways, a row is marked or starred, as the reader has chosen for either way; the same again takes it
 * back, and so does moving back before letting go. All else scrolls: `touch-action` in list.css leaves up and down to the
 * browser, which tells us with `touchcancel`. `early` is what fingers did before this was there to follow them.
 */
export function followSwipes(list: HTMLElement, early: readonly TouchEvent[]): void {
  let swipe: Swipe | null = null;
  const end = (isDone: boolean) => {
    if (!swipe) return;
    if (isDone) act(swipe);
    putBack(swipe.row);
    swipe = null;
  };
  const take = (event: TouchEvent) => {
    const [touch] = event.touches;
    if (event.type === 'touchstart') {
      // another finger wants something else
      end(false);
      swipe = begun(event);
    } else if (event.type !== 'touchmove') end(event.type === 'touchend');
    else if (swipe && touch) follow(swipe, touch);
  };
  early.forEach(take);
  for (const kind of touchKinds) list.addEventListener(kind, take, { passive: true });
}
