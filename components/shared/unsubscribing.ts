import { t } from '../../utils/browser/text';
import { type Feed, feedName } from '../../utils/model/feed';
import { perform } from './perform';
import { toast } from './toasts';

/** Puts a feed with its articles into the bin; the toast takes it out again as it was. */
export async function unsubscribe(feed: Feed): Promise<void> {
  const done = await perform('unsubscribe', { feedId: feed.id });
  if (done === null) return;
  const undo = () => void perform('restoreFeed', { feedId: feed.id });
  toast(t('unsubscribed', [feedName(feed)]), { action: { label: t('undo'), run: undo } });
}
