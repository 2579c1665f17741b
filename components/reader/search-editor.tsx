import { t } from '../../utils/browser/text';
import type { SavedSearch } from '../../utils/model/saved-search';
import { IconButton } from '../shared/icon-button';
import { dropSearch, moveSearch, renameSearch } from '../shared/saving-searches';
import { searches } from '../shared/tags-state';

function SearchName({ search }: { search: SavedSearch }) {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    // the input method's own Enter and Escape
    if (event.isComposing) return;
    if (event.key === 'Escape') event.currentTarget.value = search.title;
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <input
      type="text"
      dir="auto"
      aria-label={t('searchName', [search.title])}
      defaultValue={search.title}
      maxLength={1000}
      onKeyDown={onKeyDown}
      onBlur={(event) => void renameSearch(search, event.currentTarget.value)}
    />
  );
}

/** Every kept search with its name to change, its place, and the way out. */
export function SearchEditor() {
  const last = searches.value.length - 1;
  return (
    <ul class="tag-editor">
      {searches.value.map((search, at) => (
        <li key={`${search.id} ${search.title}`}>
          <SearchName search={search} />
          <IconButton
            icon="previous"
            label={t('searchUp', [search.title])}
            disabled={at === 0}
            onClick={() => void moveSearch(search, -1)}
          />
          <IconButton
            icon="next"
            label={t('searchDown', [search.title])}
            disabled={at === last}
            onClick={() => void moveSearch(search, 1)}
          />
          <IconButton
            icon="trash"
            label={t('searchDrop', [search.title])}
            onClick={() => void dropSearch(search)}
          />
        </li>
      ))}
    </ul>
  );
}
