import { t } from '../../utils/browser/text';
import { IconButton } from './icon-button';
import { perform } from './perform';
import { dropSearch } from './saving-searches';
import { searchText } from './search-state';
import { searches } from './tags-state';
import { toast } from './toasts';

async function keep(query: string): Promise<void> {
  if (await perform('saveSearch', { title: '', query })) toast(t('searchKept', [query]));
}

/** Keeps what is searched for among the views, or takes it out from there. */
export function KeepSearch() {
  const query = (searchText.value ?? '').trim();
  const kept = searches.value.find((one) => one.query === query);
  if (query === '') return null;
  return (
    <IconButton
      icon="keep"
      label={t('keepSearch')}
      pressed={kept !== undefined}
      onClick={() => void (kept ? dropSearch(kept) : keep(query))}
    />
  );
}
