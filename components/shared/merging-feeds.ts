import { t } from '../../utils/browser/text';
import { type Feed, feedName } from '../../utils/model/feed';
import { perform } from './perform';
import { toast } from './toasts';

/**
 * Makes one subscription of two, `into`; the toast makes them two again, and then calls `onUndone`. Gives whether it was
 * done.
 */
export async function mergeFeeds(feed: Feed, into: Feed, onUndone?: () => void): Promise<boolean> {
  const done = await perform('mergeFeeds', { feedId: feed.id, into: into.id });
  if (!done) return false;
  const undo = async () => {
    if (await perform('undoMerge', { undoId: done.undoId })) onUndone?.();
  };
  toast(t('mergedDone', [feedName(feed), feedName(into)]), {
    action: { label: t('undo'), run: () => void undo() },
  });
  return true;
}
