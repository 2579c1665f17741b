import type { Folder } from '../../utils/model/feed';
import { Icon } from '../shared/icon';
import { NodeMenuButton } from '../shared/node-menu-button';

/** A folder's name, and the way to what can be done with the folder. */
export function FolderHead({ folder, depth }: { folder: Folder; depth: number }) {
  const Title = depth < 2 ? 'h2' : 'h3';
  return (
    <header class="folder-head" data-node={`folder:${folder.id}`} draggable>
      <span class="grip">
        <Icon name="grip" />
      </span>
      <Icon name="folder" />
      <Title dir="auto">{folder.title}</Title>
      <NodeMenuButton node={{ kind: 'folder', id: folder.id }} name={folder.title} />
    </header>
  );
}
