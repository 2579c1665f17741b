import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { type Feed, feedName } from '../../utils/model/feed';
import type { Twin } from '../../utils/model/problem';
import { feedsById } from './feeds-state';
import { Icon } from './icon';
import { perform } from './perform';
import { toast } from './toasts';

function undoable(text: string, run: () => void): void {
  toast(text, { action: { label: t('undo'), run } });
}

/** Gives the feed one more address; the toast takes it away again. Gives whether it was done. */
async function join(feedId: number, url: string): Promise<boolean> {
  if (!(await perform('addSource', { feedId, url }))) return false;
  const feed = feedsById.value.get(feedId);
  undoable(
    feed ? t('twinJoined', [feedName(feed)]) : t('addressAdded'),
    () => void perform('removeSource', { feedId, url }),
  );
  return true;
}

/** Makes a feed of its own; the toast puts it into the bin. Gives its id, null where there is none. */
async function followApart(url: string): Promise<number | null> {
  const done = await perform('subscribe', { url, apart: true });
  if (!done) return null;
  undoable(t('subscribed'), () => void perform('unsubscribe', { feedId: done.feedId }));
  return done.feedId;
}

function wordsOf({ by }: Twin, feed: Feed | undefined): [string, string] {
  const isSure = by === 'address';
  const text = t(isSure ? 'twinFollowedText' : 'twinAlikeText');
  if (!feed) return [t(isSure ? 'problemTwin' : 'problemSameArticles'), text];
  return [t(isSure ? 'twinFollowed' : 'twinAlike', [feedName(feed)]), text];
}

interface Props {
  twin: Twin;
  /** What the reader wanted to subscribe to. Its site may be asked. */
  address: string;
  /** Called with the feed that has the address now. */
  onDone: (feedId: number) => void;
}

/** The address seems to be another one of a feed that is followed: one more of that feed's, or a feed of its own. */
export function TwinOffer({ twin, address, onDone }: Props) {
  const [busy, setBusy] = useState(false);
  const [title, text] = wordsOf(twin, feedsById.value.get(twin.feedId));
  const choose = async (made: () => Promise<number | null>) => {
    if (busy) return;
    setBusy(true);
    const feedId = await made();
    setBusy(false);
    if (feedId !== null) onDone(feedId);
  };
  const joined = async () => ((await join(twin.feedId, address)) ? twin.feedId : null);
  return (
    <div class="problem-note twin-offer" role="note">
      <Icon name="all" />
      <div>
        <strong dir="auto">{title}</strong>
        <p>{text}</p>
        <p class="twin-choices">
          <button
            type="button"
            class="button primary"
            aria-disabled={busy}
            onClick={() => void choose(joined)}
          >
            {t('twinJoin')}
          </button>
          <button
            type="button"
            class="button"
            aria-disabled={busy}
            onClick={() => void choose(() => followApart(address))}
          >
            {t('twinApart')}
          </button>
        </p>
      </div>
    </div>
  );
}
