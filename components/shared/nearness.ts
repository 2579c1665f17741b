type Listener = (isNear: boolean) => void;

const listeners = new WeakMap<Element, Listener>();
const watchers = new Map<Element, IntersectionObserver>();

/** Screens above and below the visible one that are kept drawn: a flick of the wheel shows no blank. */
const margin = '200% 0px';

function scrollerOf(element: Element): Element | null {
  return element.closest('.list-scroller');
}

function watcherFor(root: Element): IntersectionObserver {
  const known = watchers.get(root);
  if (known) return known;
  const made = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) listeners.get(target)?.(isIntersecting);
    },
    { root, rootMargin: margin },
  );
  watchers.set(root, made);
  return made;
}

/** Tells whether a part of a list is near what the reader sees, now and whenever that changes. */
export function watchNearness(element: Element, listener: Listener): void {
  const root = scrollerOf(element);
  if (!root) return;
  listeners.set(element, listener);
  watcherFor(root).observe(element);
}

export function unwatchNearness(element: Element): void {
  const root = scrollerOf(element);
  if (root) watchers.get(root)?.unobserve(element);
}
