import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { Icon } from '../shared/icon';
import { perform } from '../shared/perform';
import { NameForm } from './name-form';

export function NewFolder() {
  const [naming, setNaming] = useState(false);
  const create = (title: string) => {
    setNaming(false);
    if (title !== '') void perform('createFolder', { title });
  };
  const words = t('newFolder');
  if (naming)
    return <NameForm name="" placeholder={words} onSave={create} onCancel={() => setNaming(false)} />;
  return (
    <button type="button" class="button quiet-button" onClick={() => setNaming(true)}>
      <Icon name="plus" />
      {words}
    </button>
  );
}
