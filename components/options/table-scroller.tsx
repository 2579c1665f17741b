import type { ComponentChildren } from 'preact';

/** Not every browser lets the keyboard into what scrolls and holds nothing to press. */
function takeKeys(element: HTMLElement | null): void {
  if (element) element.tabIndex = 0;
}

/** Holds a table that may be wider than the page. */
export function TableScroller({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section ref={takeKeys} class="table-scroller" aria-label={label}>
      {children}
    </section>
  );
}
