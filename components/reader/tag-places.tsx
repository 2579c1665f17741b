import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { markCount, unreadMarkCount } from '../shared/feeds-state';
import { Icon } from '../shared/icon';
import { IconButton } from '../shared/icon-button';
import { lazyView } from '../shared/lazy-view';
import { tags } from '../shared/tags-state';
import { Place } from './place';

const TagEditor = lazyView(async () => (await import('./tag-editor')).TagEditor);

/** The reader's tags, each with its number of articles, and of those that are unread. */
export function TagPlaces() {
  const [editing, setEditing] = useState(false);
  if (tags.value.length === 0) return null;
  return (
    <section aria-labelledby="tags-head">
      <header class="places-head">
        <h2 id="tags-head">{t('tags')}</h2>
        <IconButton
          icon={editing ? 'check' : 'edit'}
          label={t('editTags')}
          pressed={editing}
          onClick={() => setEditing(!editing)}
        />
      </header>
      {editing ? (
        <TagEditor />
      ) : (
        <div class="places">
          {tags.value.map((tag) => (
            <Place
              key={tag.id}
              scope={{ kind: 'tag', id: tag.id }}
              count={unreadMarkCount(tag.id)}
              of={markCount(tag.id)}
            >
              <Icon name="tag" />
              <span dir="auto">{tag.title}</span>
            </Place>
          ))}
        </div>
      )}
    </section>
  );
}
