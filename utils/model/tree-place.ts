/** Something with a place in the tree of subscriptions. */
export interface TreeNode {
  kind: 'feed' | 'folder';
  id: number;
}

/** Where it goes: into a folder, or to the top with null, before a sibling of its kind, or after all of them with null. */
export interface TreePlace {
  parentId: number | null;
  before: number | null;
}
