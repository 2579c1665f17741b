import { openOriginal } from '../../utils/browser/tabs';
import type { Entry } from '../../utils/model/entry';
import { stripTracking } from '../../utils/text/tracking';
import { entryBeside, exhausted, isFollowed, moreEntries, pages } from './list-state';
import { markOpened } from './marks';
import { reading, selectedId } from './reading-state';
import { replaceRoute, route, visit } from './route';

/** Opens an article; going from one to the next leaves one step to go back. */
export function openEntry(entry: Entry): void {
  const next = { scope: route.value.scope, entryId: entry.id };
  if (route.value.entryId === null) visit(next);
  else replaceRoute(next);
  selectedId.value = entry.id;
  markOpened(entry);
}

export function closeEntry(): void {
  if (route.value.entryId !== null) visit({ scope: route.value.scope, entryId: null });
}

/** So many rows before the end of what was read, the next are asked for: a held key passes thirty a second. */
const rowsAhead = 30;

/** The row beside the selected one; reads on where the list ends here. */
async function beside(step: 1 | -1): Promise<Entry | undefined> {
  const id = selectedId.value;
  const near = entryBeside(id, step);
  if (step < 0 || exhausted.value) return near;
  const more = near && isFollowed(id, rowsAhead) ? null : moreEntries();
  if (near) return near;
  await more;
  return entryBeside(id, step);
}

/** Steps taken and not yet done: one that waits for rows must not swallow those after it. */
let walk: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** Goes to the row beside: at once, or after the steps before. */
function stepTo(step: 1 | -1, go: (entry: Entry) => void): Promise<void> {
  const take = async () => {
    const entry = await beside(step);
    if (entry) go(entry);
  };
  waiting++;
  const taken = waiting === 1 ? take() : walk.then(take);
  walk = taken.catch(() => undefined).finally(() => waiting--);
  return taken;
}

export function openBeside(step: 1 | -1): Promise<void> {
  return stepTo(step, openEntry);
}

/** Moves the selection without opening. */
export function selectBeside(step: 1 | -1): Promise<void> {
  return stepTo(step, ({ id }) => {
    selectedId.value = id;
  });
}

/** The article that keys act on. */
export function selectedEntry(): Entry | undefined {
  const open = reading.value?.entry;
  if (open && open.id === selectedId.value) return open;
  return pages.value.flat().find((entry) => entry.id === selectedId.value);
}

/** Opens the article's own page in a new tab; `front` whether the reader goes there at once. */
export function showOriginal(front = true): void {
  const link = selectedEntry()?.link;
  if (link) void openOriginal(stripTracking(link), front);
}
