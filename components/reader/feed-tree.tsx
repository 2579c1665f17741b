import { useComputed } from '@preact/signals';
import { t } from '../../utils/browser/text';
import { type Feed, type Folder, feedName } from '../../utils/model/feed';
import { useArranging } from '../shared/arrangeable';
import { FeedMark } from '../shared/feed-mark';
import { feeds, feedsInFolder, folders, sumCounts } from '../shared/feeds-state';
import { Icon } from '../shared/icon';
import { countWords } from '../shared/locale';
import { NodeMenuButton } from '../shared/node-menu-button';
import { noLevel } from '../shared/tree';
import { folded, setFolded, tree } from '../shared/tree-state';
import { Place } from './place';

function FeedPlace({ feed, level }: { feed: Feed; level: number }) {
  // What the matter is stands above its articles, and on its page.
  const trouble = feed.problem && countWords('feedsInTrouble', 1);
  const name = feedName(feed);
  const unread = useComputed(() => sumCounts([feed], 'unread'));
  return (
    <div class="node" data-node={`feed:${feed.id}`} style={{ '--level': `${level}` }}>
      <Place scope={{ kind: 'feed', id: feed.id }} count={unread.value} level={level}>
        <FeedMark name={name} feedId={feed.id} />
        <span dir="auto">{name}</span>
        {trouble && <span class="dot" role="img" title={trouble} aria-label={trouble} />}
      </Place>
      <NodeMenuButton node={{ kind: 'feed', id: feed.id }} name={name} />
    </div>
  );
}

function FolderPlaces({ folder, level }: { folder: Folder; level: number }) {
  const { id, title } = folder;
  const isFolded = folded.value.has(id);
  return (
    <>
      <div class="node" data-node={`folder:${id}`} style={{ '--level': `${level}` }}>
        <button
          type="button"
          class="fold"
          aria-expanded={!isFolded}
          aria-label={t('foldNamed', [title])}
          onClick={() => setFolded(id, !isFolded)}
        >
          <Icon name="fold" />
        </button>
        <Place scope={{ kind: 'folder', id }} count={sumCounts(feedsInFolder(id), 'unread')} level={level}>
          <Icon name="folder" />
          <span dir="auto">{title}</span>
        </Place>
        <NodeMenuButton node={{ kind: 'folder', id }} name={title} />
      </div>
      {!isFolded && <Level parentId={id} depth={level + 1} />}
    </>
  );
}

/** Beyond this depth the pane has no room for further indents. */
const deepest = 7;

function Level({ parentId, depth }: { parentId: number | null; depth: number }) {
  const level = Math.min(depth, deepest);
  const { folders: inside, feeds: here } = tree.value.get(parentId) ?? noLevel;
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

/** Folders with what is in them, then feeds; each can be moved by pointer, and with Alt and the arrows. */
export function FeedTree() {
  const root = useArranging<HTMLDivElement>();
  const isEmpty = feeds.value.length + folders.value.length === 0;
  return (
    <>
      {!isEmpty && <h2>{t('subscriptions')}</h2>}
      <div ref={root} class={folders.value.length > 0 ? 'places with-folders' : 'places'}>
        <Level parentId={null} depth={0} />
      </div>
    </>
  );
}
