import { signal } from '@preact/signals';
import { t } from '../../utils/browser/text';
import { moved, type Queue, type Recording, withAdded, withNext, without } from '../../utils/listening/queue';
import { isSameFile } from '../../utils/listening/same-file';
import { formatNumber } from './locale';
import { queue, setQueue, stop } from './recordings';
import { toast } from './toasts';

/** What waited before the last change, while it can be taken back; `moved` names the one whose moves that were. */
const before = signal<{ next: readonly Recording[]; after: readonly Recording[]; moved?: string } | null>(
  null,
);

const isSameLine = (a: readonly Recording[], b: readonly Recording[]) =>
  a.length === b.length && a.every(({ address }, at) => address === b[at]?.address);

/** Whether the queue is as the last change left it, so that it can be taken back. */
export const canUndo = () => before.value !== null && isSameLine(before.value.after, queue.value.next);

/** Takes the last change back: of several moves of one recording, all. */
export function undoChange(): void {
  const was = before.value;
  before.value = null;
  if (was) setQueue(withNext(queue.value, was.next));
}

function change(next: Queue, movedOne?: string): void {
  const was = before.value;
  const isSameMove = movedOne !== undefined && was?.moved === movedOne && canUndo();
  const from = isSameMove ? was.next : queue.value.next;
  setQueue(next);
  before.value = { next: from, after: queue.value.next, ...(movedOne !== undefined && { moved: movedOne }) };
}

/** Changes what waits, says what was done, and offers to take it back. */
function changeAndSay(next: Queue, words: string): void {
  const was = queue.value.next;
  change(next);
  toast(words, { action: { label: t('undo'), run: () => setQueue(withNext(queue.value, was)) } });
}

/** Puts a recording in line, before or behind all others. */
export function putInLine(recording: Recording, where: 'first' | 'last'): void {
  const next = withAdded(queue.value, recording, where);
  if (next === queue.value) toast(t('queueIsNow'));
  else changeAndSay(next, t(where === 'first' ? 'queuePlaysNext' : 'queueAdded'));
}

export function takeOut({ address }: Recording): void {
  changeAndSay(without(queue.value, address), t('queueTakenOut'));
}

export function emptyLine(): void {
  changeAndSay(withNext(queue.value, []), t('queueEmptied'));
}

/** Puts it at another place in the line; gives the words for whoever does not see the list. */
export function moveBy(recording: Recording, to: number): string {
  const next = moved(queue.value, recording.address, to);
  if (!isSameLine(next.next, queue.value.next)) change(next, recording.address);
  const all = queue.value.next;
  const at = all.findIndex(({ address }) => isSameFile(address, recording.address));
  return t('queueMoved', [recording.title, formatNumber(at + 1), formatNumber(all.length)]);
}

/** Ends what is heard, keeps its place, and offers to have it back in the bar. */
export function stopAndSay(): void {
  const { now } = queue.value;
  stop();
  const undo = () => setQueue({ now: queue.value.now ?? now, next: queue.value.next });
  toast(t('stoppedAndKept'), { action: { label: t('undo'), run: undo } });
}
