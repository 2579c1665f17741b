import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { type Feed, feedName } from '../../utils/model/feed';
import { folders } from '../shared/feeds-state';
import { foldersInOrder } from '../shared/tree-moves';
import { tree } from '../shared/tree-state';

/** Of so many folders a list of feeds has all in each of its rows. */
const fewFolders = 12;

interface Props {
  feed: Feed;
  /** One of many in a list: of many folders it holds its own alone, until the pointer or the keyboard comes near. */
  inList?: boolean;
}

/** Where a feed stands; nothing while there are no folders. */
export function FolderChoice({ feed, inList = false }: Props) {
  const [near, setNear] = useState(false);
  if (folders.value.length === 0) return null;
  const isWhole = near || !inList || folders.value.length <= fewFolders;
  const offered = foldersInOrder(tree.value).filter(({ folder }) => isWhole || folder.id === feed.folderId);
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
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
      onChange={(event) => void move(event.currentTarget.value)}
    >
      <option value="">{t('noFolder')}</option>
      {offered.map(({ folder, depth }) => (
        <option key={folder.id} value={String(folder.id)}>
          {(isWhole ? '\u2003'.repeat(depth) : '') + folder.title}
        </option>
      ))}
    </select>
  );
}
