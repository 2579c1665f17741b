import { answers, sent } from './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/reader/reader.css';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { FeedTree } from '../../components/reader/feed-tree';
import { moveTo } from '../../components/shared/arranging';
import { loadFeeds } from '../../components/shared/feeds-state';
import { NodeMenu } from '../../components/shared/node-menu';
import { menuNode } from '../../components/shared/node-menu-state';
import { toasts } from '../../components/shared/toasts';
import { addFolder } from '../../utils/db/folders';
import { addFeed } from '../db/support';
import { emptyStage } from './stage';

const host = emptyStage();
afterEach(() => {
  answers.clear();
});

const node = (key: string) => host.querySelector(`[data-node="${key}"]`) ?? expect.fail(key);

function drag(type: string, target: Element, clientY: number): boolean {
  const dataTransfer = new DataTransfer();
  const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, clientX: 20, clientY });
  return target.dispatchEvent(event);
}

test('a feed is dragged out of its folder into the room below, and the undo is offered', async () => {
  const folderId = await addFolder({ title: 'News', parentId: null, position: 0 });
  const feedId = await addFeed('inside', { folderId });
  await loadFeeds();
  render(<FeedTree />, host);
  const root = host.querySelector('.places') ?? expect.fail('no tree');
  answers.set('place', { undoId: 7 });
  const feed = node(`feed:${feedId}`);
  // what moves things is fetched once the tree is there
  await expect
    .poll(() => {
      drag('dragstart', feed, 0);
      return feed.hasAttribute('data-dragged');
    })
    .toBe(true);
  await expect.poll(() => root.hasAttribute('data-dragging')).toBe(true);
  const below = feed.getBoundingClientRect().bottom + 10;
  expect(root.getBoundingClientRect().bottom).toBeGreaterThan(below);
  expect(drag('dragover', root, below)).toBe(false);
  expect(root.getAttribute('data-drop')).toBe('into');
  drag('drop', root, below);
  drag('dragend', feed, below);
  expect(root.hasAttribute('data-dragging')).toBe(false);
  await expect
    .poll(() => sent)
    .toEqual([{ name: 'place', input: { node: 'feed', id: feedId, parentId: null, before: null } }]);
  await expect.poll(() => toasts.value.at(-1)?.text).toBe('“inside” moved to the top level.');
  toasts.value.at(-1)?.action?.run();
  await expect.poll(() => sent.at(-1)).toEqual({ name: 'undoPlaces', input: { undoId: 7 } });
});

test('two feeds become one from the menu of one of them, with undo', async () => {
  const [mirror, paper] = [await addFeed('mirror'), await addFeed('paper')];
  await loadFeeds();
  menuNode.value = { kind: 'feed', id: mirror };
  render(<NodeMenu />, host);
  const select = host.querySelector<HTMLSelectElement>('select[name="merge"]') ?? expect.fail('no choice');
  expect(Array.from(select.options, ({ text }) => text)).toEqual(['Do not merge', 'paper']);
  const { violations } = await axe.run(host, { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
  select.value = String(paper);
  answers.set('mergeFeeds', { feedId: paper, undoId: 9 });
  host.querySelector('form')?.requestSubmit();
  await expect.poll(() => sent).toEqual([{ name: 'mergeFeeds', input: { feedId: mirror, into: paper } }]);
  await expect
    .poll(() => toasts.value.at(-1)?.text)
    .toBe('“mirror” is part of “paper” now, with its articles and marks.');
  toasts.value.at(-1)?.action?.run();
  await expect.poll(() => sent.at(-1)).toEqual({ name: 'undoMerge', input: { undoId: 9 } });
});

test('a new name and a new place, given at once, are taken back at once', async () => {
  const folderId = await addFolder({ title: 'News', parentId: null, position: 0 });
  const feedId = await addFeed('paper');
  await loadFeeds();
  menuNode.value = { kind: 'feed', id: feedId };
  render(<NodeMenu />, host);
  const name = host.querySelector<HTMLInputElement>('input[name="name"]') ?? expect.fail('no name');
  const parent = host.querySelector<HTMLSelectElement>('select[name="parent"]') ?? expect.fail('no place');
  name.value = 'The Paper';
  parent.value = String(folderId);
  answers.set('place', { undoId: 4 });
  answers.set('renameFeed', { feedId });
  answers.set('undoPlaces', {});
  host.querySelector('form')?.requestSubmit();
  await expect.poll(() => sent.map(({ name }) => name)).toEqual(['renameFeed', 'place']);
  await expect.poll(() => toasts.value.at(-1)?.text).toBe('“paper” moved to “News”.');
  toasts.value.at(-1)?.action?.run();
  await expect
    .poll(() => sent.slice(2))
    .toEqual([
      { name: 'undoPlaces', input: { undoId: 4 } },
      { name: 'renameFeed', input: { feedId, title: '' } },
    ]);
});

test.each(['feed', 'folder'] as const)(
  'a %s that only gets another name stays in its folder',
  async (kind) => {
    const folderId = await addFolder({ title: 'News', parentId: null, position: 0 });
    const inner = await addFolder({ title: 'Asia', parentId: folderId, position: 0 });
    const feedId = await addFeed('paper', { folderId });
    await loadFeeds();
    menuNode.value = { kind, id: kind === 'feed' ? feedId : inner };
    render(<NodeMenu />, host);
    const name = host.querySelector<HTMLInputElement>('input[name="name"]') ?? expect.fail('no name');
    const parent = host.querySelector<HTMLSelectElement>('select[name="parent"]') ?? expect.fail('no place');
    expect(parent.value).toBe(String(folderId));
    name.value = 'Other';
    answers.set('renameFeed', { feedId });
    answers.set('renameFolder', { folderId: inner });
    host.querySelector('form')?.requestSubmit();
    await expect.poll(() => toasts.value.at(-1)?.text).toBe('The new name is saved.');
    expect(sent.map((one) => one.name)).toEqual([kind === 'feed' ? 'renameFeed' : 'renameFolder']);
  },
);

test('a feed that only changes its order is not said to have left its folder', async () => {
  const [first, second] = [await addFeed('first'), await addFeed('second')];
  await loadFeeds();
  answers.set('place', { undoId: 3 });
  await moveTo({ kind: 'feed', id: second }, { parentId: null, before: first });
  expect(toasts.value.at(-1)?.text).toBe('“second” has its new place.');
});
