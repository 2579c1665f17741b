import { signal } from '@preact/signals';
import type { Entry } from '../../utils/model/entry';

/** The article whose menu is open, and where on the window it was asked for. */
export const rowMenu = signal<{ entry: Entry; x: number; y: number } | null>(null);

/** The menu of a row that was pressed. The browser's own stays with a key held, and for selected text. */
export function openRowMenu(event: MouseEvent, entry: Entry | undefined): void {
  if (!entry || event.ctrlKey || event.metaKey || event.altKey) return;
  if (getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  rowMenu.value = { entry, x: event.clientX, y: event.clientY };
}
