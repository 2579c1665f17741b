import { t } from '../../utils/browser/text';
import { type Queue, type Recording, withAdded, withNext, without } from '../../utils/listening/queue';
import { queue, setQueue, stop } from './recordings';
import { toast } from './toasts';

/** Changes what waits, says what was done, and offers to take it back. */
function change(next: Queue, words: string): void {
  const before = queue.value.next;
  setQueue(next);
  toast(words, { action: { label: t('undo'), run: () => setQueue(withNext(queue.value, before)) } });
}

/** Puts a recording in line, before or behind all others. */
export function putInLine(recording: Recording, where: 'first' | 'last'): void {
  const next = withAdded(queue.value, recording, where);
  if (next === queue.value) toast(t('queueIsNow'));
  else change(next, t(where === 'first' ? 'queuePlaysNext' : 'queueAdded'));
}

export function takeOut({ address }: Recording): void {
  change(without(queue.value, address), t('queueTakenOut'));
}

export function emptyLine(): void {
  change(withNext(queue.value, []), t('queueEmptied'));
}

/** Ends what is heard, keeps its place, and offers to have it back in the bar. */
export function stopAndSay(): void {
  const { now } = queue.value;
  stop();
  const undo = () => setQueue({ now: queue.value.now ?? now, next: queue.value.next });
  toast(t('stoppedAndKept'), { action: { label: t('undo'), run: undo } });
}
