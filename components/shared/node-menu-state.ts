import { signal } from '@preact/signals';
import type { TreeNode } from '../../utils/model/tree-place';

/** The feed or folder whose dialog is open. */
export const menuNode = signal<TreeNode | null>(null);
