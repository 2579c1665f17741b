import { t } from '../../utils/browser/text';
import type { TreeNode } from '../../utils/model/tree-place';
import { IconButton } from './icon-button';
import { lazyView } from './lazy-view';
import { menuNode } from './node-menu-state';

const NodeMenu = lazyView(async () => (await import('./node-menu')).NodeMenu);

/** Opens the dialog of a feed or folder. */
export function NodeMenuButton({ node, name }: { node: TreeNode; name: string }) {
  const open = () => {
    menuNode.value = node;
  };
  return <IconButton icon="more" label={t('arrangeNamed', [name])} onClick={open} />;
}

/** Where the dialog appears; it is fetched when the first is opened. */
export function NodeMenuHost() {
  return menuNode.value && <NodeMenu />;
}
