import { t } from '../../utils/browser/text';
import type { TreeNode } from '../../utils/model/tree-place';
import { nodeName } from './arranging';
import { feedsById } from './feeds-state';
import { perform } from './perform';
import { toast } from './toasts';

/** Takes something back. */
export type Undo = () => void;

/**
 * Names a feed or folder; an empty name gives a feed its own again, and is none for a folder. Gives how to take that
 * back; null where the name stays, after having told the reader if that is not as it was asked.
 */
export async function rename(node: TreeNode, title: string): Promise<Undo | null> {
  const before = node.kind === 'feed' ? feedsById.value.get(node.id)?.customTitle : nodeName(node);
  const send = (name: string) =>
    node.kind === 'feed'
      ? perform('renameFeed', { feedId: node.id, title: name })
      : perform('renameFolder', { folderId: node.id, title: name });
  if (title === nodeName(node) || (node.kind === 'folder' && title === '')) return null;
  return (await send(title)) === null ? null : () => void send(before ?? '');
}

/** Says that something has another name, and offers to take it back. */
export function offerOldName(undo: Undo | null): void {
  if (undo) toast(t('renamed'), { action: { label: t('undo'), run: undo } });
}
