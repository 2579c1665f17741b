import { t } from '../../utils/browser/text';
import type { SavedSearch } from '../../utils/model/saved-search';
import { perform } from './perform';
import { searches } from './tags-state';
import { toast } from './toasts';

const placeOf = (search: SavedSearch) => searches.value.findIndex(({ id }) => id === search.id) + 1;

/** Takes a search out of the views; undo puts it back where it stood. */
export async function dropSearch(search: SavedSearch): Promise<void> {
  const { id, title, query } = search;
  const place = Math.max(1, placeOf(search));
  if ((await perform('removeSearch', { searchId: id })) === null) return;
  const undo = () => void perform('saveSearch', { searchId: id, title, query, place });
  toast(t('searchDropped', [title]), { action: { label: t('undo'), run: undo } });
}

/** Another name; without one it is called as it was typed. */
export async function renameSearch({ id, title, query }: SavedSearch, wanted: string): Promise<void> {
  const name = wanted.trim();
  if (name === title) return;
  if ((await perform('saveSearch', { searchId: id, title: name, query })) === null) return;
  const undo = () => void perform('saveSearch', { searchId: id, title, query });
  toast(t('renamed'), { action: { label: t('undo'), run: undo } });
}

/** Puts a search before the one above it, or after the one below. */
export async function moveSearch(search: SavedSearch, step: -1 | 1): Promise<void> {
  const place = placeOf(search) + step;
  if (place < 1 || place > searches.value.length) return;
  const { id, title, query } = search;
  await perform('saveSearch', { searchId: id, title, query, place });
}
