import { rectOf, type Spoken } from './spoken-text';

const name = 'spoken';
/** So long after she scrolled by herself nothing moves under the reader's eyes, ms. */
const ownScrollRests = 6000;

/** Whether the browser paints ranges (CSS Custom Highlight API); where it does not, the bar shows the sentence. */
export const canMark = 'highlights' in CSS;

function scroller(): HTMLElement | null {
  return document.querySelector('.article-scroller');
}

let scrolledAt = 0;
const onOwnScroll = () => {
  scrolledAt = performance.now();
};

/** Notices from now on when the reader scrolls by herself; gives the function that ends it. */
export function watchOwnScroll(): () => void {
  const article = scroller();
  for (const type of ['wheel', 'touchmove', 'keydown'])
    article?.addEventListener(type, onOwnScroll, { passive: true });
  scrolledAt = 0;
  return () => {
    for (const type of ['wheel', 'touchmove', 'keydown']) article?.removeEventListener(type, onOwnScroll);
  };
}

/** Brings a sentence that is out of sight to the upper third. */
function follow(spoken: Spoken): void {
  const [rect, article] = [rectOf(spoken), scroller()];
  if (!rect || !article || (scrolledAt > 0 && performance.now() - scrolledAt < ownScrollRests)) return;
  const { top, bottom, height } = article.getBoundingClientRect();
  if (rect.top >= top && rect.bottom <= bottom - height / 8) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  article.scrollBy({ top: rect.top - top - height / 3, behavior: still ? 'instant' : 'smooth' });
}

/** Marks the sentence that is spoken, and keeps it in sight. The article's elements stay as they are. */
export function markSpoken(spoken: Spoken | null): void {
  if (canMark) {
    if (spoken) CSS.highlights.set(name, new Highlight(spoken.range));
    else CSS.highlights.delete(name);
  }
  if (spoken) follow(spoken);
}

/** The first of these that is in sight, or the first of all where the article stands at its top. */
export function firstInSight(all: readonly Spoken[]): number {
  const article = scroller();
  if (!article || article.scrollTop < article.clientHeight / 4) return 0;
  const { top } = article.getBoundingClientRect();
  return Math.max(
    0,
    all.findIndex((one) => (rectOf(one)?.top ?? Number.NEGATIVE_INFINITY) >= top),
  );
}
