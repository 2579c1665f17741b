import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { maxTagTitle, type Tag } from '../../utils/model/tag';
import { tags } from '../shared/tags-state';
import { chosenEntries, tagChosen, takeFromChosen } from './chosen-marks';

/** Whether all, some or none of the articles have the tag. */
function stateOf(entries: readonly Entry[], { id }: Tag): boolean | 'mixed' {
  const having = entries.filter((entry) => entry.tags?.includes(id)).length;
  return having > 0 && having < entries.length ? 'mixed' : having > 0;
}

/** The tags of all chosen articles: put on, or taken off. */
export function ChosenTags() {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const look = () => chosenEntries().then(setEntries, () => undefined);
  useEffect(() => void look(), []);
  const change = async (tag: Tag) => {
    if (stateOf(entries, tag) === true) await takeFromChosen(tag);
    else await tagChosen(tag.title);
    await look();
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    void tagChosen(event.currentTarget.value).then(look);
    event.currentTarget.value = '';
  };
  return (
    <>
      <input
        type="text"
        class="tag-field"
        maxLength={4 * maxTagTitle}
        aria-label={t('newTag')}
        placeholder={t('newTag')}
        ref={(field) => field?.focus()}
        onKeyDown={onKeyDown}
      />
      <ul class="chosen-tag-list">
        {tags.value.map((tag) => (
          <li key={tag.id}>
            <button type="button" aria-pressed={stateOf(entries, tag)} onClick={() => void change(tag)}>
              <span dir="auto">{tag.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
