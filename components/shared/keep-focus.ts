const pressable = 'a[href], button, input:not([type=hidden]), select, textarea, summary';

/** Where the keyboard was last, told while that was there: what has gone no longer knows where it stood. */
interface Place {
  element: HTMLElement;
  /** What the row has to press, by the order in it. */
  at: number;
  /** The row and those beside it, after it first, nearest first. */
  rows: readonly Element[];
  /** What it stands in, innermost first. */
  around: readonly Element[];
  /** Whether it is said in passing. */
  isPassing: boolean;
}

const controls = (within: Element) =>
  [...within.querySelectorAll<HTMLElement>(pressable)].filter(
    (one) => one.tabIndex >= 0 && one.checkVisibility(),
  );

function placeOf(element: HTMLElement): Place {
  const row = element.closest('li, tr');
  const beside = [...(row?.parentElement?.children ?? [])];
  const own = row ? beside.indexOf(row) : 0;
  const around: Element[] = [];
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
    around.push(box);
  return {
    element,
    at: row ? controls(row).indexOf(element) : 0,
    rows: [...beside.slice(own + 1), ...beside.slice(0, own).reverse()],
    around,
    isPassing: element.closest('.toasts') !== null,
  };
}

/** The same button of the next row, or of the one before; else the first control of what is left around it. */
function successor({ at, rows, around }: Place): HTMLElement | undefined {
  for (const row of rows) {
    const own = row.isConnected ? controls(row) : [];
    const found = own[at] ?? own.at(-1);
    if (found) return found;
  }
  return around.filter((box) => box.isConnected).flatMap((box) => controls(box).slice(0, 1))[0];
}

/**
 * Brings the keyboard to the nearest thing where what it was on has gone with a row that was removed, and to where it had
 * been where that was said in passing: browsers begin at the page's top then. Gives what ends it.
 */
export function keepFocus(page: HTMLElement = document.body): () => void {
  let last: Place | null = null;
  /** Where it was before it came to what is said in passing. */
  let home: Place | null = null;
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    const place = placeOf(target);
    if (!place.isPassing) home = place;
    // articles and dialogs bring the keyboard back themselves
    last = place.isPassing || target.closest('li, tr') ? place : null;
  };
  const look = () => {
    if (!last || last.element.isConnected || document.activeElement !== document.body) return;
    const from = last.isPassing ? home : last;
    last = null;
    if (from?.element.isConnected) from.element.focus();
    else if (from) successor(from)?.focus();
  };
  // who knows better where it belongs brings it there with the next frame
  const watch = new MutationObserver(() => {
    if (last && !last.element.isConnected) requestAnimationFrame(() => requestAnimationFrame(look));
  });
  page.addEventListener('focusin', onFocus);
  watch.observe(page, { childList: true, subtree: true });
  return () => {
    page.removeEventListener('focusin', onFocus);
    watch.disconnect();
  };
}
