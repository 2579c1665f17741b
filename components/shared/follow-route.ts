import { effect, untracked } from '@preact/signals';
import { warmArticle } from './lazy-article';
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
  warmArticle();
}
