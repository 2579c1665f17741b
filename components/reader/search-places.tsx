import { t } from '../../utils/browser/text';
import { Icon } from '../shared/icon';
import { searches } from '../shared/tags-state';
import { Place } from './place';

/** The searches that the reader keeps; the box that searches keeps and drops them. */
export function SearchPlaces() {
  if (searches.value.length === 0) return null;
  return (
    <section aria-labelledby="searches-head">
      <h2 id="searches-head">{t('savedSearches')}</h2>
      <div class="places">
        {searches.value.map(({ id, title, query }) => (
          <Place key={id} scope={{ kind: 'search', text: query }} count={0}>
            <Icon name="search" />
            <span dir="auto">{title}</span>
          </Place>
        ))}
      </div>
    </section>
  );
}
