import { signal } from '@preact/signals';
import type { TreeNode } from './tree';

/** The feed or folder whose dialog is open. */
export const menuNode = signal<TreeNode | null>(null);
