import type { Entry } from '../../utils/model/entry';
import { type Mark, sendMark } from './left-marks';
import { patchEntries } from './list-state';
import { tellProblem } from './perform';
import { patchReading } from './reading-state';
import { settings, settingsKnown, settingsRead } from './settings-state';

function show(entry: Entry): void {
  patchEntries([entry]);
  patchReading([entry]);
}

/** Shows it at once, and takes that back where it could not be stored. */
async function mark(entry: Entry, shown: Entry, wanted: Omit<Mark, 'entryId'>): Promise<void> {
  show(shown);
  const answer = await sendMark({ ...wanted, entryId: entry.id });
  if (answer.ok) return;
  show(entry);
  await tellProblem(answer.problem);
}

export function setRead(entry: Entry, read: boolean): Promise<void> {
  return mark(entry, { ...entry, read: read ? 1 : 0 }, { kind: 'read', on: read });
}

/** Adds or takes the star. */
export function toggleStar(entry: Entry): Promise<void> {
  const on = entry.starred === 0;
  return mark(entry, { ...entry, starred: on ? 1 : 0 }, { kind: 'starred', on });
}

/** What opening an article does to its mark; a key pressed before the page knows what she wants waits for that. */
export function markOpened(entry: Entry): void {
  if (entry.read === 1) return;
  const markIfWanted = () => {
    if (settings.value.markReadOnOpen) void setRead(entry, true);
  };
  if (settingsKnown.value) markIfWanted();
  else void settingsRead().then(markIfWanted);
}
