import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import type { Folder } from '../../utils/model/feed';
import { Icon } from '../shared/icon';
import { IconButton } from '../shared/icon-button';
import { perform } from '../shared/perform';
import { toast } from '../shared/toasts';
import { NameForm } from './name-form';

async function removeFolder(folder: Folder): Promise<void> {
  const done = await perform('removeFolder', { folderId: folder.id });
  if (done !== null) toast(t('folderRemoved', [folder.title]));
}

/** A folder's name and what can be done with the folder. Removing it unsubscribes nothing. */
export function FolderHead({ folder }: { folder: Folder }) {
  const [editing, setEditing] = useState(false);
  const save = (title: string) => {
    setEditing(false);
    if (title !== '') void perform('renameFolder', { folderId: folder.id, title });
  };
  if (editing) return <NameForm name={folder.title} onSave={save} onCancel={() => setEditing(false)} />;
  return (
    <header class="folder-head">
      <Icon name="folder" />
      <h2 dir="auto">{folder.title}</h2>
      <IconButton icon="edit" label={t('renameFolder', [folder.title])} onClick={() => setEditing(true)} />
      <IconButton
        icon="trash"
        label={t('removeFolder', [folder.title])}
        onClick={() => void removeFolder(folder)}
      />
    </header>
  );
}
