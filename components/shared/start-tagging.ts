import { signal } from '@preact/signals';
import type { Entry } from '../../utils/model/entry';
import { route } from './route';
import { openEntry } from './walking';

/** The article whose tags are being changed. */
export const tagging = signal<number | null>(null);

/** Opens the article, where it is not, with the field for a tag in it. */
export function startTagging(entry: Entry): void {
  if (route.value.entryId !== entry.id) openEntry(entry);
  tagging.value = entry.id;
}
