import { t } from '../../utils/browser/text';
import { getEntries } from '../../utils/db/entry-lists';
import type { Entry } from '../../utils/model/entry';
import type { Tag } from '../../utils/model/tag';
import { tagTitle } from '../../utils/model/tag';
import { performLasting } from '../shared/left-changes';
import { countWords } from '../shared/locale';
import { toast } from '../shared/toasts';
import { chosenInOrder } from './choosing';

/** As many as one message may name. */
const mostNamed = 20_000;

/** Does it to all of them, however many; null where some could not be changed, which has been said then. */
async function toAll<T>(
  ids: readonly number[],
  act: (entryIds: number[]) => Promise<T | null>,
): Promise<T[] | null> {
  const done: T[] = [];
  for (let at = 0; at < ids.length; at += mostNamed) {
    const answer = await act(ids.slice(at, at + mostNamed));
    if (answer === null) return null;
    done.push(answer);
  }
  return done;
}

const markAll = (ids: readonly number[], read: boolean) =>
  toAll(ids, (entryIds) => performLasting('markRead', { entryIds, read }));
const starAll = (ids: readonly number[], starred: boolean) =>
  toAll(ids, (entryIds) => performLasting('star', { entryIds, starred }));
const tagAll = (ids: readonly number[], change: { add?: string[]; remove?: number[] }) =>
  toAll(ids, (entryIds) => performLasting('tagEntries', { entryIds, ...change }));

type Said = Parameters<typeof countWords>[0];

function offerBack(words: Said, count: number, undo: () => unknown): void {
  toast(countWords(words, count), { action: { label: t('undo'), run: () => void undo() } });
}

const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => id);

/** The chosen articles as they are now. */
export const chosenEntries = (): Promise<Entry[]> => getEntries(chosenInOrder());

/** Marks all chosen as read; as unread where all are read. Only what changes is changed back. */
export async function toggleReadOfChosen(): Promise<void> {
  const entries = await chosenEntries();
  const read = entries.some((entry) => entry.read === 0);
  const ids = idsOf(entries.filter((entry) => (entry.read === 0) === read));
  if (ids.length === 0 || !(await markAll(ids, read))) return;
  offerBack(read ? 'markedRead' : 'markedUnread', ids.length, () => markAll(ids, !read));
}

/** Stars all chosen; takes the stars where all have one. */
export async function toggleStarOfChosen(): Promise<void> {
  const entries = await chosenEntries();
  const starred = entries.some((entry) => entry.starred === 0);
  const ids = idsOf(entries.filter((entry) => (entry.starred === 0) === starred));
  if (ids.length === 0 || !(await starAll(ids, starred))) return;
  offerBack(starred ? 'starsPut' : 'starsTaken', ids.length, () => starAll(ids, !starred));
}

/** Puts tags on all chosen by their names; several between commas of either width. */
export async function tagChosen(text: string): Promise<void> {
  const add = text
    .split(/[,，、;；]/)
    .map(tagTitle)
    .filter((name) => name !== '');
  if (add.length === 0) return;
  const before = await chosenEntries();
  const done = await tagAll(idsOf(before), { add });
  if (!done) return;
  const tagIds = [...new Set(done.flatMap((one) => one.tagIds))];
  const changed = done.reduce((sum, one) => sum + one.changed, 0);
  offerBack('tagsPut', changed, async () => {
    for (const id of tagIds) {
      const without = before.filter(({ tags }) => !tags?.includes(id));
      await tagAll(idsOf(without), { remove: [id] });
    }
  });
}

/** Takes a tag off all chosen that have it. */
export async function takeFromChosen(tag: Tag): Promise<void> {
  const ids = idsOf((await chosenEntries()).filter(({ tags }) => tags?.includes(tag.id)));
  if (!(await tagAll(ids, { remove: [tag.id] }))) return;
  offerBack('tagsTaken', ids.length, () => tagAll(ids, { add: [tag.title] }));
}
