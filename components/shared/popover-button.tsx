import type { ComponentChild, ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon';

interface Props {
  icon: IconName | ComponentChild;
  label: string;
  class?: string;
  /** Made when it is opened; `close` puts it away. */
  children: (close: () => void) => ComponentChildren;
}

const gap = 6;

/** Below the button, or above where it stands low: at the foot of a page there is more room there. */
function placeBeside(panel: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { style } = panel;
  const isLow = at.top > window.innerHeight / 2;
  style.insetBlockStart = isLow ? 'auto' : `${at.bottom + gap}px`;
  style.insetBlockEnd = isLow ? `${window.innerHeight - at.top + gap}px` : 'auto';
  const { clientWidth } = document.documentElement;
  const leftmost = clientWidth - panel.offsetWidth - gap;
  style.insetInlineEnd = `${Math.max(gap, Math.min(clientWidth - at.right, leftmost))}px`;
  style.maxBlockSize = `${(isLow ? at.top : window.innerHeight - at.bottom) - 2 * gap}px`;
}

/**
 * A button of one icon that opens a small panel below itself, or above where it stands low. The panel takes the keyboard,
 * a menu with its first item. The browser's own popover closes it on Escape and on a click beside it, and gives the
 * keyboard back (HTML, 6.12).
 */
export function PopoverButton({ icon, label, class: name = '', children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const { current } = panel;
    if (!open || !current || current.contains(document.activeElement)) return;
    // what is in a panel may still be on its way, and the panel can say what it is
    const item = name === 'menu' ? current.querySelector<HTMLElement>('button') : null;
    (item ?? current).focus({ preventScroll: true });
  }, [open]);
  const place = () => {
    if (button.current && panel.current) placeBeside(panel.current, button.current);
  };
  // anew once what is in it gives it its width
  useLayoutEffect(() => {
    if (!open) return undefined;
    place();
    // who enlarges the page while it is open finds it in the window still
    addEventListener('resize', place);
    return () => removeEventListener('resize', place);
  }, [open]);
  const onToggle = (event: { newState: string }) => {
    setOpen(event.newState === 'open');
    if (event.newState === 'open') place();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-expanded={open}
        popovertarget={id}
      >
        {typeof icon === 'string' ? <Icon name={icon as IconName} /> : icon}
      </button>
      <section
        ref={panel}
        id={id}
        popover="auto"
        tabIndex={-1}
        class={`popover ${name}`}
        aria-label={label}
        onToggle={onToggle}
      >
        {open && children(() => panel.current?.hidePopover())}
      </section>
    </>
  );
}
