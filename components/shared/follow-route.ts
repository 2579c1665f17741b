import { effect, untracked } from '@preact/signals';
import { openList } from './list-state';
import { readEntry } from './reading-state';
import { route, scopeKey } from './route';

/** Shows the list and the article that the address names, also before the first paint: reading is what takes time. */
export function followRoute(): void {
  effect(() => {
    if (scopeKey.value !== '') untracked(() => void openList());
  });
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
