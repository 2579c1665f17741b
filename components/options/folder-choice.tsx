import { t } from '../../utils/browser/text';
import { type Feed, feedName } from '../../utils/model/feed';
import { folders } from '../shared/feeds-state';
import { foldersInOrder } from '../shared/tree-moves';
import { tree } from '../shared/tree-state';

/** Where a feed stands; nothing while there are no folders. */
export function FolderChoice({ feed }: { feed: Feed }) {
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
