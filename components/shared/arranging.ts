import { t } from '../../utils/browser/text';
import { feedName } from '../../utils/model/feed';
import type { TreeNode, TreePlace } from '../../utils/model/tree-place';
import { feedsById, folders, loadFeeds } from './feeds-state';
import { perform } from './perform';
import { toast } from './toasts';
import { type Drop, dropOn, placeOf, type Step, stepFrom } from './tree-moves';
import { folded, nodeKey, setFolded, tree } from './tree-state';

const dataType = 'application/x-broadsheet-node';
/** A closed folder opens under what is held over it for so long (ms). */
const openAfter = 700;

export function nodeName({ kind, id }: TreeNode): string {
  if (kind === 'folder') return folders.value.find((folder) => folder.id === id)?.title ?? '';
  const feed = feedsById.value.get(id);
  return feed ? feedName(feed) : '';
}

function folderName(id: number): string {
  return nodeName({ kind: 'folder', id });
}

/** `also`: what was done with it, and is taken back with it. */
export function offerUndo(words: string, undoId: number, also: (() => void) | null = null): void {
  const undo = async () => {
    if (await perform('undoPlaces', { undoId })) also?.();
  };
  toast(words, { action: { label: t('undo'), run: () => void undo() } });
}

/** What is said of a move from one folder, or the top level (null), to another; or of one among its siblings. */
function movedWords(name: string, from: number | null | undefined, to: number | null): string {
  if (from === to) return t('movedHere', [name]);
  return to === null ? t('movedToTop', [name]) : t('movedTo', [name, folderName(to)]);
}

/** Moves a feed or folder, says so and offers to take it back, with what was done beside it; gives whether it was moved. */
export async function moveTo(
  node: TreeNode,
  { parentId, before }: TreePlace,
  also: (() => void) | null = null,
): Promise<boolean> {
  const name = nodeName(node);
  const from = placeOf(tree.value, node)?.parentId;
  const done = await perform('place', { node: node.kind, id: node.id, parentId, before });
  if (done === null) return false;
  if (parentId !== null) setFolded(parentId, false);
  offerUndo(movedWords(name, from, parentId), done.undoId, also);
  await loadFeeds();
  return true;
}

function nodeOf(element: Element | null | undefined): TreeNode | null {
  const [kind, id] = element?.getAttribute('data-node')?.split(':') ?? [];
  return kind === 'feed' || kind === 'folder' ? { kind, id: Number(id) } : null;
}

function nodeAround(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[data-node]') : null;
}

const steps: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** The keyboard goes with what it moved, also where that is drawn anew in another folder. */
function followFocus(root: HTMLElement, node: TreeNode, frames = 30): void {
  const moved = root.querySelector(`[data-node="${nodeKey(node)}"]`);
  const target = moved?.querySelector<HTMLElement>('a, button');
  if (target && !moved?.contains(document.activeElement)) target.focus();
  if (frames > 0 && (!target || document.activeElement === document.body))
    requestAnimationFrame(() => followFocus(root, node, frames - 1));
}

async function onKeyDown(event: KeyboardEvent): Promise<void> {
  const step = steps[event.key];
  if (!step || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const root = event.currentTarget;
  const node = nodeOf(nodeAround(event.target));
  if (!node || !(root instanceof HTMLElement)) return;
  // in browsers, Alt and an arrow goes back in the history
  event.preventDefault();
  const place = stepFrom(tree.value, node, step);
  if (place && (await moveTo(node, place))) followFocus(root, node);
}

let dragged: TreeNode | null = null;
let marked: Element | null = null;
let opening: { id: number; timer: number } | null = null;

function mark(element: Element | null, how: Drop['mark'] | null): void {
  if (marked && marked !== element) marked.removeAttribute('data-drop');
  marked = element;
  if (element && how) element.setAttribute('data-drop', how);
  else element?.removeAttribute('data-drop');
}

function openSoon(drop: Drop | null): void {
  const id = drop?.mark === 'into' ? drop.parentId : null;
  if (opening?.id === id) return;
  if (opening) clearTimeout(opening.timer);
  const open = (folderId: number) => window.setTimeout(() => setFolded(folderId, false), openAfter);
  opening = id !== null && folded.value.has(id) ? { id, timer: open(id) } : null;
}

function onDragStart(event: DragEvent): void {
  const element = nodeAround(event.target);
  dragged = nodeOf(element);
  if (!dragged || !event.dataTransfer) return;
  event.dataTransfer.setData(dataType, nodeKey(dragged));
  event.dataTransfer.effectAllowed = 'move';
  element?.setAttribute('data-dragged', '');
  const root = event.currentTarget;
  // changed at once, what is dragged would be let go of again
  if (root instanceof Element) setTimeout(() => dragged && root.setAttribute('data-dragging', ''));
}

function dropUnder(event: DragEvent): { element: Element; drop: Drop } | null {
  const element = nodeAround(event.target);
  if (!element) return dropBelow(event);
  const over = nodeOf(element);
  if (!dragged || !over) return null;
  // a folder's element may hold all that is in it: its head is what is aimed at
  const { top, height } = (element.querySelector(':scope > [data-head]') ?? element).getBoundingClientRect();
  const drop = dropOn(tree.value, dragged, over, (event.clientY - top) / Math.max(1, height));
  return drop && { element, drop };
}

/** In the room below all others: out of every folder, to the end. */
function dropBelow({ currentTarget: root, clientY }: DragEvent): { element: Element; drop: Drop } | null {
  const place = dragged && placeOf(tree.value, dragged);
  if (!place || place.parentId === null || !(root instanceof Element)) return null;
  const last = Array.from(root.querySelectorAll('[data-node]')).at(-1);
  if (last && clientY < last.getBoundingClientRect().bottom) return null;
  return { element: root, drop: { parentId: null, before: null, mark: 'into' } };
}

function onDragOver(event: DragEvent): void {
  if (!dragged) return;
  const found = dropUnder(event);
  mark(found?.element ?? null, found?.drop.mark ?? null);
  openSoon(found?.drop ?? null);
  if (!found) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'move';
}

function onDrop(event: DragEvent): void {
  const found = dropUnder(event);
  if (!dragged || !found) return;
  event.preventDefault();
  void moveTo(dragged, found.drop);
  endDrag();
}

function endDrag(): void {
  mark(null, null);
  openSoon(null);
  for (const element of document.querySelectorAll('[data-dragged]')) element.removeAttribute('data-dragged');
  for (const root of document.querySelectorAll('[data-dragging]')) root.removeAttribute('data-dragging');
  dragged = null;
}

/** Lets feeds and folders inside `root`, which say who they are in `data-node`, be moved by pointer and with Alt and arrows. */
export function letArrange(root: HTMLElement): void {
  root.addEventListener('dragstart', onDragStart);
  root.addEventListener('dragover', onDragOver);
  root.addEventListener('drop', onDrop);
  root.addEventListener('dragend', endDrag);
  root.addEventListener('keydown', (event) => void onKeyDown(event));
}
