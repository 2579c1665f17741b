import { t } from '../../utils/browser/text';
import { type Feed, type Folder, feedName } from '../../utils/model/feed';
import { feeds, feedsStatus, folders } from '../shared/feeds-state';
import { FeedRow } from './feed-row';
import { FolderHead } from './folder-head';
import { NewFolder } from './new-folder';

/** What needs attention first, the rest by name. */
function inOrder(some: readonly Feed[]): Feed[] {
  const weight = (feed: Feed) => (feed.problem ? 0 : 1);
  return [...some].sort((a, b) => weight(a) - weight(b) || feedName(a).localeCompare(feedName(b)));
}

function Group({ folder }: { folder: Folder | null }) {
  const inside = inOrder(feeds.value.filter((feed) => feed.folderId === (folder?.id ?? null)));
  if (folder === null && inside.length === 0) return null;
  return (
    <section class="feed-group" aria-label={folder?.title ?? t('noFolder')}>
      {folder && <FolderHead folder={folder} />}
      {inside.length === 0 && <p class="quiet empty-folder">{t('emptyFolder')}</p>}
      <ul>
        {inside.map((feed) => (
          <FeedRow key={feed.id} feed={feed} />
        ))}
      </ul>
    </section>
  );
}

/** All subscriptions by folder, each with its state and what can be done with it. */
export function FeedTable() {
  if (feedsStatus.value === 'loading') return <div class="table-skeleton" aria-hidden="true" />;
  if (feeds.value.length === 0 && folders.value.length === 0)
    return <p class="quiet no-feeds">{t('noFeedsYet')}</p>;
  return (
    <div class="feed-table">
      <Group folder={null} />
      {folders.value.map((folder) => (
        <Group key={folder.id} folder={folder} />
      ))}
      <NewFolder />
    </div>
  );
}
