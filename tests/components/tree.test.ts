import { describe, expect, it } from 'vitest';
import { pathOf, treeOf } from '../../components/shared/tree';
import { dropOn, foldersInOrder, placeOf, type Step, stepFrom } from '../../components/shared/tree-moves';
import type { Feed, Folder } from '../../utils/model/feed';

const folder = (id: number, parentId: number | null, position = 0): Folder => ({
  id,
  parentId,
  position,
  title: `f${id}`,
});
const feed = (id: number, folderId: number | null, position = 0) => ({ id, folderId, position }) as Feed;

/** `1[2[12 11] 10] 3[] 13 14` */
const folders = [folder(1, null, 0), folder(3, null, 1), folder(2, 1)];
const feeds = [feed(10, 1), feed(11, 2, 5), feed(12, 2, 4), feed(13, null, 0), feed(14, null, 1)];
const tree = treeOf(folders, feeds);
const at = (kind: 'feed' | 'folder', id: number) => ({ kind, id });

describe('the tree', () => {
  it('keeps the order of the reader, folders apart from feeds', () => {
    expect(tree.get(null)?.folders.map(({ id }) => id)).toEqual([1, 3]);
    expect(tree.get(2)?.feeds.map(({ id }) => id)).toEqual([12, 11]);
    expect(foldersInOrder(tree).map(({ folder: { id }, depth }) => [id, depth])).toEqual([
      [1, 0],
      [2, 1],
      [3, 0],
    ]);
    expect(foldersInOrder(tree, 1).map(({ folder: { id } }) => id)).toEqual([3]);
    expect(pathOf(2, folders).map(({ id }) => id)).toEqual([1, 2]);
  });

  it('loses nothing of a damaged store: circles and missing parents stand at the top', () => {
    const damaged = treeOf([folder(1, 2), folder(2, 1), folder(3, 99)], [feed(10, 1), feed(11, 77)]);
    expect(damaged.get(null)?.folders.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(damaged.get(null)?.feeds.map(({ id }) => id)).toEqual([11]);
    expect(damaged.get(1)?.feeds.map(({ id }) => id)).toEqual([10]);
  });
});

describe('a step by keyboard', () => {
  const cases: [string, ['feed' | 'folder', number], Step, ReturnType<typeof stepFrom>][] = [
    ['up', ['feed', 14], 'up', { parentId: null, before: 13 }],
    ['not above the first', ['feed', 13], 'up', null],
    ['down to the end', ['feed', 13], 'down', { parentId: null, before: null }],
    ['not below the last', ['feed', 14], 'down', null],
    ['a feed into the last folder of its level', ['feed', 13], 'in', { parentId: 3, before: null }],
    ['a folder into the one before it', ['folder', 3], 'in', { parentId: 1, before: null }],
    ['the first folder into none', ['folder', 1], 'in', null],
    ['a feed out, before the feeds there', ['feed', 11], 'out', { parentId: 1, before: 10 }],
    ['a folder out, after the one it was in', ['folder', 2], 'out', { parentId: null, before: 3 }],
    ['out of the top leads nowhere', ['folder', 1], 'out', null],
    ['one that is not there stays', ['feed', 99], 'down', null],
  ];
  it.each(cases)('%s', (_, [kind, id], step, wanted) => {
    expect(stepFrom(tree, at(kind, id), step)).toEqual(wanted);
  });
});

describe('a drop', () => {
  it('on the upper half of a feed goes before it, on the lower after it', () => {
    expect(dropOn(tree, at('feed', 13), at('feed', 12), 0.2)).toEqual({
      parentId: 2,
      before: 12,
      mark: 'before',
    });
    expect(dropOn(tree, at('feed', 13), at('feed', 12), 0.8)).toEqual({
      parentId: 2,
      before: 11,
      mark: 'after',
    });
    expect(dropOn(tree, at('feed', 14), at('feed', 13), 0.8)).toMatchObject({ parentId: null, before: null });
  });
  it('on a folder goes into it; a folder at its edges beside it', () => {
    expect(dropOn(tree, at('feed', 13), at('folder', 1), 0.1)).toEqual({
      parentId: 1,
      before: null,
      mark: 'into',
    });
    expect(dropOn(tree, at('folder', 3), at('folder', 1), 0.1)).toEqual({
      parentId: null,
      before: 1,
      mark: 'before',
    });
    expect(dropOn(tree, at('folder', 3), at('folder', 1), 0.5)).toMatchObject({ parentId: 1, mark: 'into' });
    expect(dropOn(tree, at('folder', 2), at('folder', 1), 0.9)).toEqual({
      parentId: null,
      before: 3,
      mark: 'after',
    });
  });
  it('never puts a folder into itself, nor anything on itself', () => {
    expect(dropOn(tree, at('folder', 1), at('folder', 2), 0.5)).toBeNull();
    expect(dropOn(tree, at('folder', 1), at('feed', 11), 0.5)).toBeNull();
    expect(dropOn(tree, at('feed', 10), at('feed', 10), 0.5)).toBeNull();
    expect(placeOf(tree, at('feed', 99))).toBeNull();
  });
});
