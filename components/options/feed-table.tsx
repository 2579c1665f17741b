import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import type { Folder } from '../../utils/model/feed';
import { useArranging } from '../shared/arrangeable';
import { feeds, feedsStatus, folders } from '../shared/feeds-state';
import { countWords } from '../shared/locale';
import { NodeMenuHost } from '../shared/node-menu-button';
import { noLevel } from '../shared/tree';
import { tree } from '../shared/tree-state';
import { isFound } from './feed-found';
import { FeedRow } from './feed-row';
import { FolderHead } from './folder-head';
import { NewFolder } from './new-folder';

/** So many are found with the eye. */
const fewFeeds = 12;

/** Beyond this depth a narrow page has no room for further indents. */
const deepest = 6;

/** A folder with its feeds, and the folders in it; of null, what stands at the top. */
function Group({ folder, depth }: { folder: Folder | null; depth: number }) {
  const { folders: inner, feeds: here } = tree.value.get(folder?.id ?? null) ?? noLevel;
  const isEmpty = inner.length + here.length === 0;
  return (
    <section
      class={depth > deepest ? 'feed-group deep' : 'feed-group'}
      aria-label={folder?.title ?? t('noFolder')}
    >
      {folder && <FolderHead folder={folder} depth={depth} />}
      {folder && isEmpty && <p class="quiet empty-folder">{t('emptyFolder')}</p>}
      <ul>
        {here.map((feed) => (
          <FeedRow key={feed.id} feed={feed} />
        ))}
      </ul>
      {inner.map((one) => (
        <Group key={one.id} folder={one} depth={depth + 1} />
      ))}
    </section>
  );
}

/** Those whose name or address holds the words, whatever folder they stand in. */
function Found({ words }: { words: string }) {
  const found = feeds.value.filter((feed) => isFound(feed, words));
  return (
    <>
      <p class="visually-hidden" role="status">
        {countWords('feedCount', found.length)}
      </p>
      {found.length === 0 && <p class="quiet no-feeds">{t('noFeedFound')}</p>}
      <div class="feed-group">
        <ul>
          {found.map((feed) => (
            <FeedRow key={feed.id} feed={feed} />
          ))}
        </ul>
      </div>
    </>
  );
}

function Arranged() {
  const root = useArranging<HTMLDivElement>();
  return (
    <div ref={root} class="feed-table">
      <Group folder={null} depth={0} />
      <NewFolder />
      <p class="quiet arrange-hint">{t('moveHint')}</p>
      <NodeMenuHost />
    </div>
  );
}

function Table() {
  const [words, setWords] = useState('');
  return (
    <>
      {feeds.value.length > fewFeeds && (
        <input
          class="find-feed"
          type="search"
          placeholder={t('findFeed')}
          aria-label={t('findFeed')}
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
      )}
      {words.trim() === '' ? <Arranged /> : <Found words={words} />}
    </>
  );
}

/** All subscriptions by folder, each with its state and what can be done with it. */
export function FeedTable() {
  if (feedsStatus.value === 'loading') return <div class="table-skeleton" aria-hidden="true" />;
  if (feeds.value.length === 0 && folders.value.length === 0)
    return <p class="quiet no-feeds">{t('noFeedsYet')}</p>;
  return <Table />;
}
