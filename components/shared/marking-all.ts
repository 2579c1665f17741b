import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { performLasting } from './left-changes';
import { listedAt, listOf, pages } from './list-state';
import { countWords } from './locale';
import { route } from './route';
import type { Scope } from './route-hash';
import { toast } from './toasts';

function target(scope: Scope): { feedId?: number; folderId?: number } {
  if (scope.kind === 'feed') return { feedId: scope.id };
  return scope.kind === 'folder' ? { folderId: scope.id } : {};
}

/** Whether the list holds all there is of its feeds. */
function isWhole({ kind }: Scope): boolean {
  return kind === 'unread' || kind === 'all' || kind === 'feed' || kind === 'folder';
}

/** As many as one message may name. */
const mostListed = 20_000;

async function listAll(scope: Scope): Promise<Entry[]> {
  const all: Entry[] = [];
  let page = await listOf(scope, { limit: mostListed });
  all.push(...page.entries);
  while (page.next && all.length < mostListed) {
    page = await listOf(scope, { limit: mostListed - all.length, after: page.next });
    all.push(...page.entries);
  }
  return all;
}

/** Marks what a list of single articles holds: those with a tag, of today, with a star. */
async function markListed(scope: Scope): Promise<void> {
  const listed = await listAll(scope);
  const entryIds = listed
    .filter(({ read, arrivedAt }) => read === 0 && arrivedAt < seenBefore())
    .map(({ id }) => id);
  if (entryIds.length === 0) return toast(t('nothingToMark'));
  const done = await performLasting('markRead', { entryIds, read: true });
  if (done === null) return;
  const undo = () => void performLasting('markRead', { entryIds, read: false });
  toast(countWords('markedRead', done.changed), { action: { label: t('undo'), run: undo } });
}

/** What arrived after the list was read has not been seen, and stays unread. */
function seenBefore(): number {
  return pages.value.flat().reduce((latest, entry) => Math.max(latest, entry.arrivedAt + 1), listedAt.value);
}

/** Marks all that the list stands for as read; the toast offers to take it back. */
export async function markListRead(): Promise<void> {
  if (!isWhole(route.value.scope)) return markListed(route.value.scope);
  const done = await performLasting('markAllRead', { ...target(route.value.scope), before: seenBefore() });
  if (done === null) return;
  if (done.changed === 0) return toast(t('nothingToMark'));
  const undo = () => void performLasting('undo', { undoId: done.undoId });
  toast(countWords('markedRead', done.changed), { action: { label: t('undo'), run: undo } });
}
