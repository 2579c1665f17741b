import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { feedName } from '../../utils/model/feed';
import type { TreeNode } from '../../utils/model/tree-place';
import { moveTo, nodeName, offerUndo } from './arranging';
import { feeds, feedsById, folders } from './feeds-state';
import { mergeFeeds } from './merging-feeds';
import { menuNode } from './node-menu-state';
import { perform } from './perform';
import { offerOldName, rename } from './renaming';
import { foldersInOrder, placeOf } from './tree-moves';
import { tree } from './tree-state';
import { unsubscribe } from './unsubscribing';

async function remove(node: TreeNode): Promise<void> {
  const feed = node.kind === 'feed' ? feedsById.value.get(node.id) : undefined;
  if (feed) return unsubscribe(feed);
  const name = nodeName(node);
  const done = await perform('removeFolder', { folderId: node.id });
  if (done) offerUndo(t('folderRemoved', [name]), done.undoId);
}

async function merge(node: TreeNode, into: number): Promise<void> {
  const [feed, other] = [feedsById.value.get(node.id), feedsById.value.get(into)];
  if (node.kind === 'feed') return void (feed && other && (await mergeFeeds(feed, other)));
  const names = [nodeName(node), nodeName({ kind: 'folder', id: into })];
  const done = await perform('mergeFolder', { folderId: node.id, into });
  if (done) offerUndo(t('foldersMerged', names), done.undoId);
}

interface FolderOptionsProps {
  without: number | null;
  chosen?: number | null;
}

/** Every folder, indented as it stands; a folder does not offer itself nor what is in it. */
function FolderOptions({ without, chosen = null }: FolderOptionsProps) {
  return foldersInOrder(tree.value, without).map(({ folder, depth }) => (
    <option key={folder.id} value={String(folder.id)} selected={folder.id === chosen}>
      {'\u2003'.repeat(depth) + folder.title}
    </option>
  ));
}

function idFrom(data: FormData, field: string): number | null {
  const value = data.get(field);
  return typeof value === 'string' && value !== '' ? Number(value) : null;
}

/** What the form says, done one after the other. */
async function save(node: TreeNode, data: FormData): Promise<void> {
  const into = idFrom(data, 'merge');
  if (into !== null) return merge(node, into);
  const parentId = idFrom(data, 'parent');
  const inner = String(data.get('inner') ?? '').trim();
  const isMoved = parentId !== placeOf(tree.value, node)?.parentId;
  const undo = await rename(node, String(data.get('name') ?? '').trim());
  if (inner !== '') await perform('createFolder', { title: inner, parentId: node.id });
  const isSaid = isMoved && (await moveTo(node, { parentId, before: null }, undo));
  if (!isSaid) offerOldName(undo);
}

function FolderFields({ node }: { node: TreeNode }) {
  return (
    <>
      <label>
        {t('newFolderInside')}
        <input type="text" name="inner" maxLength={200} />
      </label>
      {folders.value.length > 1 && (
        <label>
          {t('mergeInto')}
          <select name="merge">
            <option value="">{t('mergeNot')}</option>
            <FolderOptions without={node.id} />
          </select>
        </label>
      )}
    </>
  );
}

/** Two subscriptions that are one: mirrors, or a feed under its old and its new address. */
function FeedFields({ node }: { node: TreeNode }) {
  const others = feeds.value.filter(({ id }) => id !== node.id);
  if (others.length === 0) return null;
  return (
    <label>
      {t('mergeIntoFeed')}
      <select name="merge">
        <option value="">{t('mergeNot')}</option>
        {others.map((feed) => (
          <option key={feed.id} value={String(feed.id)}>
            {feedName(feed)}
          </option>
        ))}
      </select>
    </label>
  );
}

function MenuForm({ node }: { node: TreeNode }) {
  const isFolder = node.kind === 'folder';
  const close = () => {
    menuNode.value = null;
  };
  const onSubmit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    void save(node, new FormData(event.currentTarget));
    close();
  };
  return (
    <form class="node-form" onSubmit={onSubmit}>
      <h2 id="node-title" dir="auto">
        {nodeName(node)}
      </h2>
      <label>
        {t('name')}
        <input type="text" name="name" dir="auto" maxLength={1000} defaultValue={nodeName(node)} />
      </label>
      <label>
        {t('folder')}
        <select name="parent">
          <option value="">{t('noFolder')}</option>
          <FolderOptions
            without={isFolder ? node.id : null}
            chosen={placeOf(tree.value, node)?.parentId ?? null}
          />
        </select>
      </label>
      {isFolder ? <FolderFields node={node} /> : <FeedFields node={node} />}
      <p class="quiet">{t('moveHint')}</p>
      <div class="node-actions">
        <button type="button" class="link-button" onClick={() => void remove(node).then(close)}>
          {isFolder ? t('removeFolderShort') : t('unsubscribe')}
        </button>
        <span class="space" />
        <button type="button" class="button" onClick={close}>
          {t('cancel')}
        </button>
        <button type="submit" class="button primary">
          {t('save')}
        </button>
      </div>
    </form>
  );
}

/** What can be done with a feed or folder in its place: another name, another place, away. */
export function NodeMenu() {
  const dialog = useRef<HTMLDialogElement>(null);
  const node = menuNode.value;
  useEffect(() => {
    if (node && !dialog.current?.open) dialog.current?.showModal();
    if (!node) dialog.current?.close();
  }, [node]);
  const onClose = () => {
    menuNode.value = null;
  };
  return (
    <dialog ref={dialog} class="node-dialog" aria-labelledby="node-title" onClose={onClose}>
      {node && <MenuForm key={`${node.kind} ${node.id}`} node={node} />}
    </dialog>
  );
}
