import { useState } from 'preact/hooks';
import { isArchive } from '../../utils/archive/archive-feed';
import { t } from '../../utils/browser/text';
import { type Feed, feedName } from '../../utils/model/feed';
import { now } from '../shared/clock';
import { FeedMark } from '../shared/feed-mark';
import { staleIds } from '../shared/feeds-state';
import { IconButton } from '../shared/icon-button';
import { lazyView } from '../shared/lazy-view';
import { say, uiLanguage } from '../shared/locale';
import { problemWords } from '../shared/problem-words';
import { RemedyButton } from '../shared/remedy-button';
import { offerOldName, rename } from '../shared/renaming';
import { relativeTime } from '../shared/time-words';
import { unsubscribe } from '../shared/unsubscribing';
import { FolderChoice } from './folder-choice';
import { NameForm } from './name-form';
import { feedHash } from './place';

const StaleState = lazyView(
  async () => (await import('./stale-state')).StaleState,
  <span class="feed-state" />,
);

function Names({ feed }: { feed: Feed }) {
  return (
    <div class="feed-names">
      <a class="feed-link" href={feedHash(feed.id)} dir="auto">
        {feedName(feed)}
      </a>
      <span class="quiet address" title={feed.sources[0]?.url}>
        {(feed.sources[0]?.url ?? '').replace(/^https?:\/\/(www\.)?/, '')}
      </span>
    </div>
  );
}

function State({ feed }: { feed: Feed }) {
  if (feed.problem) {
    const { what, todo } = problemWords(feed.problem);
    const tone = feed.problem.kind === 'permission-missing' ? 'warn' : 'bad';
    return (
      <div class={`feed-state trouble ${tone}`}>
        <strong>{say(what)}</strong>
        {todo && <span>{say(todo)}</span>}
        <RemedyButton feed={feed} problem={feed.problem} name={feedName(feed)} />
      </div>
    );
  }
  if (isArchive(feed)) return <div class="feed-state quiet">{t('archiveFeed')}</div>;
  if (staleIds.value.has(feed.id)) return <StaleState feed={feed} />;
  const checked = feed.lastCheck;
  if (!checked) return <div class="feed-state quiet">{t('notCheckedYet')}</div>;
  return (
    <div class="feed-state ok">{t('checkedWell', [relativeTime(checked.at, now.value, uiLanguage())])}</div>
  );
}

function Actions({ feed, onRename }: { feed: Feed; onRename: () => void }) {
  return (
    <div class="feed-actions">
      <FolderChoice feed={feed} inList />
      <IconButton icon="edit" label={t('renameFeed', [feedName(feed)])} onClick={onRename} />
      <IconButton
        icon="trash"
        label={t('unsubscribeFrom', [feedName(feed)])}
        onClick={() => void unsubscribe(feed)}
      />
    </div>
  );
}

/** One subscription: its name, how it fares, where it stands, and the way out. */
export function FeedRow({ feed }: { feed: Feed }) {
  const [editing, setEditing] = useState(false);
  const save = (title: string) => {
    setEditing(false);
    void rename({ kind: 'feed', id: feed.id }, title).then(offerOldName);
  };
  return (
    <li class="feed-row" data-node={`feed:${feed.id}`} draggable>
      <FeedMark name={feedName(feed)} feedId={feed.id} />
      {editing ? (
        <NameForm name={feedName(feed)} onSave={save} onCancel={() => setEditing(false)} />
      ) : (
        <Names feed={feed} />
      )}
      <State feed={feed} />
      <Actions feed={feed} onRename={() => setEditing(true)} />
    </li>
  );
}
