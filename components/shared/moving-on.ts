import { counts, feeds, folders } from './feeds-state';
import { exhausted, moreEntries, pages } from './list-state';
import { selectedId } from './reading-state';
import { route, visit } from './route';
import { feedsInTreeOrder } from './tree-order';
import { openBeside, openEntry } from './walking';

/** Shows the next feed of the tree that has something unread; where none has, simply the next. */
export function showFeedBeside(step: 1 | -1): void {
  const inOrder = feedsInTreeOrder(feeds.value, folders.value);
  const ordered = step === 1 ? inOrder : inOrder.reverse();
  const { scope } = route.value;
  const at = ordered.findIndex(({ id }) => scope.kind === 'feed' && scope.id === id);
  const after = ordered.slice(at + 1);
  const next = after.find(({ id }) => (counts.value.get(id)?.unread ?? 0) > 0) ?? after[0];
  if (next) visit({ scope: { kind: 'feed', id: next.id }, entryId: null });
}

/** A little of the last screen stays in sight, so that the eye finds on. */
const pageShare = 0.9;

/** Opens the next article of the list that has not been read, as far below as it may be. */
async function openNextUnread(): Promise<void> {
  const rows = () => pages.value.flat();
  let at = rows().findIndex(({ id }) => id === selectedId.value);
  for (;;) {
    const next = rows().find((entry, index) => index > at && entry.read === 0);
    if (next) return openEntry(next);
    if (exhausted.value) return;
    at = rows().length - 1;
    await moreEntries();
    if (rows().length - 1 === at) return;
  }
}

/** Scrolls the article by a screen; at its end opens the next unread one; opens the first where none is open. */
export async function pageOn(): Promise<void> {
  if (route.value.entryId === null) return openBeside(1);
  const article = document.querySelector('.article-scroller');
  if (!article) return;
  const below = article.scrollHeight - article.clientHeight - article.scrollTop;
  if (below > 2) article.scrollBy({ top: article.clientHeight * pageShare });
  else await openNextUnread();
}
