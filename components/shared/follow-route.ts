import { effect, untracked } from '@preact/signals';
import { warmArticle } from './lazy-article';
import { openList, reloadList } from './list-state';
import { listComes } from './once-listed';
import { prepareBeside } from './prepare-beside';
import { readEntry } from './reading-state';
import { route, scopeKey } from './route';
import { sendLeftMarks } from './send-left';
import { settings } from './settings-state';

/** A list that is open joins stories, or shows every copy, as soon as the reader says so on any page. */
function followJoining(): void {
  let before = settings.value.joinStories;
  effect(() => {
    const { joinStories } = settings.value;
    if (joinStories === before) return;
    before = joinStories;
    if (untracked(() => scopeKey.value) !== '') void untracked(reloadList);
  });
}

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
  followJoining();
  let shown: number | null = null;
  effect(() => {
    const { entryId } = route.value;
    if (entryId === shown) return;
    shown = entryId;
    void readEntry(entryId);
  });
  void sendLeftMarks();
  warmArticle();
  prepareBeside();
}
