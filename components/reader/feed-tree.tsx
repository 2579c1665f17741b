import { t } from '../../utils/browser/text';
import { type Feed, type Folder, feedName } from '../../utils/model/feed';
import { FeedMark } from '../shared/feed-mark';
import { feeds, feedsInFolder, folders, sumCounts } from '../shared/feeds-state';
import { Icon } from '../shared/icon';
import { say } from '../shared/locale';
import { problemWords } from '../shared/problem-words';
import { Place } from './place';

function FeedPlace({ feed, level }: { feed: Feed; level: number }) {
  const trouble = feed.problem && say(problemWords(feed.problem).what);
  return (
    <Place scope={{ kind: 'feed', id: feed.id }} count={sumCounts([feed], 'unread')} level={level}>
      <FeedMark name={feedName(feed)} />
      <span dir="auto">{feedName(feed)}</span>
      {trouble && <span class="dot" role="img" title={trouble} aria-label={trouble} />}
    </Place>
  );
}

function FolderPlaces({ folder, level }: { folder: Folder; level: number }) {
  return (
    <>
      <Place
        scope={{ kind: 'folder', id: folder.id }}
        count={sumCounts(feedsInFolder(folder.id), 'unread')}
        level={level}
      >
        <Icon name="folder" />
        <span dir="auto">{folder.title}</span>
      </Place>
      <Level parentId={folder.id} level={level + 1} />
    </>
  );
}

/** Folders first, then feeds, each in the reader's order. */
function Level({ parentId, level }: { parentId: number | null; level: number }) {
  const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position;
  const inside = folders.value.filter((folder) => folder.parentId === parentId).sort(byPosition);
  const here = feeds.value.filter((feed) => feed.folderId === parentId).sort(byPosition);
  return (
    <>
      {inside.map((folder) => (
        <FolderPlaces key={folder.id} folder={folder} level={level} />
      ))}
      {here.map((feed) => (
        <FeedPlace key={feed.id} feed={feed} level={level} />
      ))}
    </>
  );
}

export function FeedTree() {
  if (feeds.value.length === 0) return null;
  return (
    <>
      <h2>{t('subscriptions')}</h2>
      <div class="places">
        <Level parentId={null} level={0} />
      </div>
    </>
  );
}
