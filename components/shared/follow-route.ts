import { effect } from '@preact/signals';
import { readEntry } from './reading-state';
import { route } from './route';

/** Shows the article that the address names, and none where it names none. */
export function followRoute(): void {
  let shown: number | null = null;
  effect(() => {
    const { entryId } = route.value;
    if (entryId === shown) return;
    shown = entryId;
    void readEntry(entryId);
  });
  // The sanitizer is needed with the first article: it is fetched while the reader looks at the list.
  requestIdleCallback(() => void import('../../utils/article/render'), { timeout: 2000 });
}
