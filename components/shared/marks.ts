import type { Entry } from '../../utils/model/entry';
import { patchEntries } from './list-state';
import { perform } from './perform';
import { patchReading } from './reading-state';
import { settings } from './settings-state';

function show(entry: Entry): void {
  patchEntries([entry]);
  patchReading([entry]);
}

/** Marks it at once on the screen, and takes that back where it could not be stored. */
export async function setRead(entry: Entry, read: boolean): Promise<void> {
  show({ ...entry, read: read ? 1 : 0 });
  const done = await perform('markRead', { entryIds: [entry.id], read });
  if (done === null) show(entry);
}

/** Adds or takes the star, at once on the screen. */
export async function toggleStar(entry: Entry): Promise<void> {
  const starred = entry.starred === 0;
  show({ ...entry, starred: starred ? 1 : 0 });
  const done = await perform('star', { entryIds: [entry.id], starred });
  if (done === null) show(entry);
}

/** What opening an article does to its mark. */
export function markOpened(entry: Entry): void {
  if (entry.read === 0 && settings.value.markReadOnOpen) void setRead(entry, true);
}
