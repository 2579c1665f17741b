import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { Icon } from '../shared/icon';
import { IconButton } from '../shared/icon-button';
import { lazyView } from '../shared/lazy-view';
import { searches } from '../shared/tags-state';
import { Place } from './place';

const SearchEditor = lazyView(async () => (await import('./search-editor')).SearchEditor);

/** The searches that the reader keeps; the box that searches keeps and drops them. */
export function SearchPlaces() {
  const [editing, setEditing] = useState(false);
  if (searches.value.length === 0) return null;
  return (
    <section aria-labelledby="searches-head">
      <header class="places-head">
        <h2 id="searches-head">{t('savedSearches')}</h2>
        <IconButton
          icon={editing ? 'check' : 'edit'}
          label={t('editSearches')}
          pressed={editing}
          onClick={() => setEditing(!editing)}
        />
      </header>
      {editing ? (
        <SearchEditor />
      ) : (
        <div class="places">
          {searches.value.map(({ id, title, query }) => (
            <Place key={id} scope={{ kind: 'search', text: query }} count={0}>
              <Icon name="search" />
              <span dir="auto">{title}</span>
            </Place>
          ))}
        </div>
      )}
    </section>
  );
}
