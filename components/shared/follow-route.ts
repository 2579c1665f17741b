import { effect, untracked } from '@preact/signals';
import { warmArticle } from './lazy-article';
import { openList, reloadList } from './list-state';
import { listComes } from './once-listed';
import { prepareBeside } from './prepare-beside';
import { readEntry } from './reading-state';
import { route, scopeKey } from './route';

/** Shows the list and the article that the address names, also before the first paint: reading is what takes time. */
export function followRoute(): void {
  listComes();
  let kind = '';
  effect(() => {
    if (scopeKey.value === '') return;
    untracked(() => {
      // while a search is typed, what it found before stays until there is more
      const isTyped = kind === 'search' && route.value.scope.kind === 'search';
      kind = route.value.scope.kind;
      void (isTyped ? reloadList() : openList());
    });
  });
  let shown: number | null = null;
  effect(() => {
    const { entryId } = route.value;
    if (entryId === shown) return;
    shown = entryId;
    void readEntry(entryId);
  });
  warmArticle();
  prepareBeside();
}
