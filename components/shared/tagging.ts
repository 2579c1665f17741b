import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { type Tag, tagKey, tagTitle } from '../../utils/model/tag';
import { performLasting } from './left-changes';
import { perform } from './perform';
import { tags } from './tags-state';
import { toast } from './toasts';

/** Puts tags on by their names: one, or several between commas of either width. */
export async function addTags(entry: Entry, text: string): Promise<void> {
  const names = text
    .split(/[,，、;；]/)
    .map(tagTitle)
    .filter((name) => name !== '');
  if (names.length > 0) await performLasting('tagEntries', { entryIds: [entry.id], add: names });
}

export async function takeTag(entry: Entry, tag: Tag): Promise<void> {
  const entryIds = [entry.id];
  const done = await performLasting('tagEntries', { entryIds, remove: [tag.id] });
  if (done === null) return;
  const undo = () => void performLasting('tagEntries', { entryIds, add: [tag.title] });
  toast(t('tagTaken', [tag.title]), { action: { label: t('undo'), run: undo } });
}

/** Another name; that of another tag merges the two, which can be taken back. */
export async function renameTag(tag: Tag, title: string): Promise<void> {
  const name = tagTitle(title);
  if (name === '' || name === tag.title) return;
  const other = tags.value.find(({ id, title: known }) => id !== tag.id && tagKey(known) === tagKey(name));
  if (other) return mergeTags(tag, other);
  const done = await perform('renameTag', { tagId: tag.id, title: name });
  if (done === null) return;
  const undo = () => void perform('renameTag', { tagId: tag.id, title: tag.title });
  toast(t('tagRenamed', [tag.title, name]), { action: { label: t('undo'), run: undo } });
}

export async function mergeTags(tag: Tag, into: Tag): Promise<void> {
  const done = await perform('mergeTags', { tagId: tag.id, into: into.id });
  if (done !== null) offerBack(tag, t('tagsMerged', [tag.title, into.title]));
}

export async function removeTag(tag: Tag): Promise<void> {
  const done = await perform('removeTag', { tagId: tag.id });
  if (done !== null) offerBack(tag, t('tagRemoved', [tag.title]));
}

function offerBack(tag: Tag, words: string): void {
  const undo = () => void perform('restoreTag', { tagId: tag.id });
  toast(words, { action: { label: t('undo'), run: undo } });
}
