import { t } from '../../utils/browser/text';
import { listedAt, pages } from './list-state';
import { countWords } from './locale';
import { perform } from './perform';
import { route } from './route';
import type { Scope } from './route-hash';
import { toast } from './toasts';

function target(scope: Scope): { feedId?: number; folderId?: number } {
  if (scope.kind === 'feed') return { feedId: scope.id };
  return scope.kind === 'folder' ? { folderId: scope.id } : {};
}

/** What arrived after the list was read has not been seen, and stays unread. */
function seenBefore(): number {
  return pages.value.flat().reduce((latest, entry) => Math.max(latest, entry.arrivedAt + 1), listedAt.value);
}

/** Marks all that the list stands for as read; the toast offers to take it back. */
export async function markAllRead(): Promise<void> {
  const done = await perform('markAllRead', { ...target(route.value.scope), before: seenBefore() });
  if (done === null) return;
  if (done.changed === 0) return toast(t('nothingToMark'));
  const undo = () => void perform('undo', { undoId: done.undoId });
  toast(countWords('markedRead', done.changed), { action: { label: t('undo'), run: undo } });
}
