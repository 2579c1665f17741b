import { useLayoutEffect, useRef } from 'preact/hooks';
import { openOriginal } from '../../utils/browser/tabs';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { readWebUrl } from '../../utils/text/address-url';
import { stripTracking } from '../../utils/text/tracking';
import { MenuButton, type MenuItem } from './item-menu';
import { soundItems } from './listen';
import { setRead, toggleStar } from './marks';
import { rowMenu } from './row-menu-state';
import { startTagging } from './start-tagging';

function itemsFor(entry: Entry): MenuItem[] {
  const original = (front: boolean) => () => void openOriginal(stripTracking(entry.link), front);
  const links: MenuItem[] = [
    { label: t('openOriginal'), run: original(true) },
    { label: t('keyOriginalBehind'), run: original(false) },
    {
      label: t('copyLink'),
      run: () => void import('./article-outlets').then(({ copyLink }) => copyLink(entry)),
    },
  ];
  return [
    ...soundItems(entry),
    {
      label: t(entry.read === 1 ? 'markUnread' : 'markRead'),
      run: () => void setRead(entry, entry.read === 0),
    },
    { label: t(entry.starred === 1 ? 'unstar' : 'star'), run: () => void toggleStar(entry) },
    { label: t('addTag'), run: () => startTagging(entry) },
    ...(readWebUrl(entry.link) ? links : []),
  ];
}

const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/** The arrows go round, and Escape closes. */
function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = steps[event.key];
  if (!step && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  if (!step) {
    close();
    return;
  }
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((one) => one.matches(':focus'));
  buttons.at((at + step) % buttons.length)?.focus();
}

function close(): void {
  rowMenu.value = null;
}

const gap = 6;

/** Beside the pointer, and within the window. */
function place({ style, offsetWidth, offsetHeight }: HTMLElement, x: number, y: number): void {
  style.insetInlineEnd = 'auto';
  style.left = `${Math.max(gap, Math.min(x, document.documentElement.clientWidth - offsetWidth - gap))}px`;
  style.top = `${Math.max(gap, Math.min(y, innerHeight - offsetHeight - gap))}px`;
}

/** Shows it with its first item, and gives the keyboard back when it goes. */
function open(panel: HTMLElement): () => void {
  const before = document.activeElement;
  const onPress = ({ target }: Event) => {
    if (!(target instanceof Node) || !panel.contains(target)) close();
  };
  panel.showPopover();
  document.addEventListener('pointerdown', onPress, true);
  addEventListener('blur', close);
  addEventListener('resize', close);
  return () => {
    document.removeEventListener('pointerdown', onPress, true);
    removeEventListener('blur', close);
    removeEventListener('resize', close);
    const { activeElement } = document;
    const isFree = activeElement === document.body || panel.contains(activeElement);
    if (before instanceof HTMLElement && isFree) before.focus({ preventScroll: true });
  };
}

/**
 * What can be done with an article of a list without opening it: by the right button, a long press or the menu key. Not a
 * popover that the browser closes: the press that asks for it is let go of when it is there, which would count as one
 * beside it.
 */
export function RowMenu() {
  const panel = useRef<HTMLElement>(null);
  const asked = rowMenu.value;
  useLayoutEffect(() => (panel.current ? open(panel.current) : undefined), [asked === null]);
  useLayoutEffect(() => {
    if (!panel.current || !asked) return;
    place(panel.current, asked.x, asked.y);
    panel.current.querySelector('button')?.focus({ preventScroll: true });
  }, [asked]);
  if (!asked) return null;
  return (
    <section
      ref={panel}
      popover="manual"
      tabIndex={-1}
      class="popover menu"
      aria-label={t('moreTools')}
      onKeyDown={onKeyDown}
    >
      {itemsFor(asked.entry).map((item) => (
        <MenuButton key={item.label} item={item} close={close} />
      ))}
    </section>
  );
}
