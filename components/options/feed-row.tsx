import { useState } from 'preact/hooks';
import { isArchive } from '../../utils/archive/archive-feed';
import { t } from '../../utils/browser/text';
import { type Feed, feedName } from '../../utils/model/feed';
import { now } from '../shared/clock';
import { FeedMark } from '../shared/feed-mark';
import { folders } from '../shared/feeds-state';
import { IconButton } from '../shared/icon-button';
import { say, uiLanguage } from '../shared/locale';
import { perform } from '../shared/perform';
import { problemWords } from '../shared/problem-words';
import { RemedyButton } from '../shared/remedy-button';
import { relativeTime } from '../shared/time-words';
import { foldersInOrder } from '../shared/tree';
import { tree } from '../shared/tree-state';
import { unsubscribe } from '../shared/unsubscribing';
import { NameForm } from './name-form';

function Names({ feed }: { feed: Feed }) {
  const [editing, setEditing] = useState(false);
  const save = (title: string) => {
    setEditing(false);
    void perform('renameFeed', { feedId: feed.id, title });
  };
  if (editing) return <NameForm name={feedName(feed)} onSave={save} onCancel={() => setEditing(false)} />;
  return (
    <div class="feed-names">
      <strong dir="auto">{feedName(feed)}</strong>
      <IconButton icon="edit" label={t('renameFeed', [feedName(feed)])} onClick={() => setEditing(true)} />
      <span class="quiet address" title={feed.sources[0]?.url}>
        {(feed.sources[0]?.url ?? '').replace(/^https?:\/\/(www\.)?/, '')}
      </span>
    </div>
  );
}

function State({ feed }: { feed: Feed }) {
  if (feed.problem) {
    const { what, todo } = problemWords(feed.problem);
    return (
      <div class="feed-state bad">
        <strong>{say(what)}</strong>
        {todo && <span>{say(todo)}</span>}
        <RemedyButton feed={feed} problem={feed.problem} />
      </div>
    );
  }
  if (isArchive(feed)) return <div class="feed-state quiet">{t('archiveFeed')}</div>;
  const checked = feed.lastCheck;
  if (!checked) return <div class="feed-state quiet">{t('notCheckedYet')}</div>;
  return (
    <div class="feed-state ok">{t('checkedWell', [relativeTime(checked.at, now.value, uiLanguage())])}</div>
  );
}

function FolderChoice({ feed }: { feed: Feed }) {
  if (folders.value.length === 0) return null;
  const move = async (value: string) => {
    const { moveTo } = await import('../shared/arranging');
    await moveTo(
      { kind: 'feed', id: feed.id },
      { parentId: value === '' ? null : Number(value), before: null },
    );
  };
  return (
    <select
      aria-label={t('folderOf', [feedName(feed)])}
      value={String(feed.folderId ?? '')}
      onChange={(event) => void move(event.currentTarget.value)}
    >
      <option value="">{t('noFolder')}</option>
      {foldersInOrder(tree.value).map(({ folder, depth }) => (
        <option key={folder.id} value={String(folder.id)}>
          {'\u2003'.repeat(depth) + folder.title}
        </option>
      ))}
    </select>
  );
}

/** One subscription: its name, how it fares, where it stands, and the way out. */
export function FeedRow({ feed }: { feed: Feed }) {
  return (
    <li class="feed-row" data-node={`feed:${feed.id}`} draggable>
      <FeedMark name={feedName(feed)} feedId={feed.id} />
      <Names feed={feed} />
      <State feed={feed} />
      <div class="feed-actions">
        <FolderChoice feed={feed} />
        <IconButton
          icon="trash"
          label={t('unsubscribeFrom', [feedName(feed)])}
          onClick={() => void unsubscribe(feed)}
        />
      </div>
    </li>
  );
}
