import { computed, signal } from '@preact/signals';
import type { TreeNode } from '../../utils/model/tree-place';
import { feeds, folders } from './feeds-state';
import { treeOf } from './tree';

/** The subscriptions as the reader arranged them. */
export const tree = computed(() => treeOf(folders.value, feeds.value));

const foldedKey = 'folded';

function remembered(): Set<number> {
  return new Set((localStorage.getItem(foldedKey) ?? '').split(' ').map(Number));
}

/** Folders that are shown closed. */
export const folded = signal<ReadonlySet<number>>(remembered());

export function setFolded(id: number, isFolded: boolean): void {
  const next = new Set(folded.value);
  if (isFolded) next.add(id);
  else next.delete(id);
  folded.value = next;
  localStorage.setItem(foldedKey, [...next].filter((one) => one > 0).join(' '));
}

/** As elements name it: `feed:3`. */
export function nodeKey({ kind, id }: TreeNode): string {
  return `${kind}:${id}`;
}
