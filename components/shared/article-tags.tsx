import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { maxTagTitle } from '../../utils/model/tag';
import { Icon } from './icon';
import { routeHash } from './route-hash';
import { tagging } from './start-tagging';
import { addTags, takeTag } from './tagging';
import { tags, tagsById } from './tags-state';

/** A name to write; the tags there are come as suggestions. Enter adds it and waits for the next, Escape is done. */
function TagField({ entry }: { entry: Entry }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const add = (field: HTMLInputElement) => {
    const text = field.value;
    field.value = '';
    return addTags(entry, text);
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    // the input method's own Enter and Escape
    if (event.isComposing) return;
    if (event.key === 'Escape') tagging.value = null;
    if (event.key === 'Enter') void add(event.currentTarget);
  };
  const free = tags.value.filter(({ id }) => !entry.tags?.includes(id));
  return (
    <>
      <input
        ref={input}
        type="text"
        class="tag-field"
        list="known-tags"
        maxLength={4 * maxTagTitle}
        aria-label={t('newTag')}
        placeholder={t('newTag')}
        onKeyDown={onKeyDown}
        onBlur={(event) => void add(event.currentTarget).then(() => (tagging.value = null))}
      />
      <datalist id="known-tags">
        {free.map((tag) => (
          <option key={tag.id} value={tag.title} />
        ))}
      </datalist>
    </>
  );
}

/** The tags of an article, each with its way off, and the way to one more. */
export function ArticleTags({ entry }: { entry: Entry }) {
  const own = (entry.tags ?? []).flatMap((id) => tagsById.value.get(id) ?? []);
  const start = () => {
    tagging.value = entry.id;
  };
  return (
    <ul class="article-tags" aria-label={t('tags')}>
      {own.map((tag) => (
        <li key={tag.id} class="tag">
          <a href={routeHash({ scope: { kind: 'tag', id: tag.id }, entryId: null })} dir="auto">
            {tag.title}
          </a>
          <button
            type="button"
            aria-label={t('takeTag', [tag.title])}
            onClick={() => void takeTag(entry, tag)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
      <li>
        {tagging.value === entry.id ? (
          <TagField key={entry.id} entry={entry} />
        ) : (
          <button type="button" class="add-tag" aria-keyshortcuts="t" onClick={start}>
            <Icon name="plus" />
            {t('addTag')}
          </button>
        )}
      </li>
    </ul>
  );
}
