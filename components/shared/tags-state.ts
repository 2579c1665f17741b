import { computed, signal } from '@preact/signals';
import { listSearches } from '../../utils/db/searches';
import { listTags } from '../../utils/db/tag-list';
import type { SavedSearch } from '../../utils/model/saved-search';
import type { Tag } from '../../utils/model/tag';

/** By name. */
export const tags = signal<readonly Tag[]>([]);
export const tagsById = computed(() => new Map(tags.value.map((tag) => [tag.id, tag])));
export const tagTitles = computed(() => new Map(tags.value.map(({ id, title }) => [id, title])));
export const searches = signal<readonly SavedSearch[]>([]);

/** Reads tags and saved searches anew. A failure keeps what is shown. */
export async function loadTags(): Promise<void> {
  try {
    [tags.value, searches.value] = await Promise.all([listTags(), listSearches()]);
  } catch {
    // The lists of articles say so when the database cannot be read.
  }
}
