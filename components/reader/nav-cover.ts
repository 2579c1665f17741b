import { computed, signal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { navOpen } from './place';

/** As in reader.css. */
const narrow = matchMedia('(max-width: 1079px)');
const isNarrow = signal(narrow.matches);
narrow.addEventListener('change', () => {
  isNarrow.value = narrow.matches;
});

/** Whether the subscriptions lie over the other panes, which nobody can come to meanwhile. */
export const isCovered = computed(() => navOpen.value && isNarrow.value);

const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();

/** The keyboard goes to the subscriptions when they come to lie over the rest, and back when they go. */
export function useNavKeyboard(): void {
  const was = useRef(false);
  useSignalEffect(() => {
    const is = isCovered.value;
    if (is === was.current) return;
    was.current = is;
    // once they are drawn
    requestAnimationFrame(() => {
      if (is) document.addEventListener('click', closeBeside);
      else document.removeEventListener('click', closeBeside);
      if (is) focus('.nav-close button');
      else if (!document.activeElement?.closest('main, [role=main], [role=region], dialog'))
        focus('.nav-toggle button');
    });
  });
}

/** A press beside the subscriptions puts them away. */
function closeBeside({ target }: Event): void {
  if (isCovered.value && target instanceof Element && !target.closest('.nav-pane, dialog, .toasts'))
    navOpen.value = false;
}
