import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { maxTagTitle, type Tag } from '../../utils/model/tag';
import { IconButton } from '../shared/icon-button';
import { removeTag, renameTag } from '../shared/tagging';
import { tags } from '../shared/tags-state';

function TagName({ tag }: { tag: Tag }) {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    // the input method's own Enter and Escape
    if (event.isComposing) return;
    if (event.key === 'Escape') event.currentTarget.value = tag.title;
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
  };
  const onBlur = (event: FocusEvent & { currentTarget: HTMLInputElement }) => {
    const field = event.currentTarget;
    void renameTag(tag, field.value).then(() => {
      if (field.value.trim() === '') field.value = tag.title;
    });
  };
  return (
    <input
      type="text"
      dir="auto"
      aria-label={t('tagName', [tag.title])}
      defaultValue={tag.title}
      maxLength={maxTagTitle}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  );
}

/** Every tag with its name to change and the way into the bin. The name of another merges the two. */
export function TagEditor() {
  const hint = useRef<HTMLParagraphElement>(null);
  // it opens at the foot of a list that scrolls
  useEffect(() => hint.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <>
      <ul class="tag-editor">
        {tags.value.map((tag) => (
          <li key={`${tag.id} ${tag.title}`}>
            <TagName tag={tag} />
            <IconButton
              icon="trash"
              label={t('removeTag', [tag.title])}
              onClick={() => void removeTag(tag)}
            />
          </li>
        ))}
      </ul>
      <p ref={hint} class="quiet hint">
        {t('tagEditorHint')}
      </p>
    </>
  );
}
