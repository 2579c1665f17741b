const pressable = 'a[href], button, input, select, summary, audio, video, [tabindex]';

function look(box: HTMLElement): void {
  const moves = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
  if (moves && box.querySelector(pressable) === null) box.tabIndex = 0;
  else box.removeAttribute('tabindex');
}

/**
 * Lets the keyboard stop at boxes while they hold more than they show and nothing to press, so that the arrows move them
 * (WCAG 2.2, 2.1.1); not every browser does that by itself. Gives what ends it.
 */
export function followScrolling(boxes: Iterable<HTMLElement>): () => void {
  const all = [...boxes];
  const watch = new ResizeObserver(() => all.forEach(look));
  for (const box of all) {
    watch.observe(box);
    for (const child of box.children) watch.observe(child);
  }
  return () => {
    watch.disconnect();
    for (const box of all) box.removeAttribute('tabindex');
  };
}
