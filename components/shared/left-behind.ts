import { getMadeAt } from '../../utils/db/made-at';
import { send } from '../../utils/messages/send';
import { takeWords } from '../../utils/messages/take-words';
import { isUnheard } from './ask-again';
import { changePrefix, type Lasting, lasting } from './left-changes';
import { askForMarks, dropMark, type Mark, stampOf } from './left-marks';

/** When something was noted (ms), and as the how manyth of its page. */
interface Noted {
  key: string;
  stamp: string;
  time: number;
  place: number;
}

interface LeftChange extends Noted {
  /** Null where it cannot be read. */
  change: readonly [Lasting, never] | null;
}

interface LeftMark extends Noted, Mark {
  own: string;
}

function noted(key: string, stamp: string): Noted {
  const [time = 0, place = 0] = stamp.split('.').map(Number);
  return { key, stamp, time, place };
}

const inOrder = (one: Noted, other: Noted) => one.time - other.time || one.place - other.place;

function readChange(text: string): LeftChange['change'] {
  try {
    const kept: unknown = JSON.parse(text);
    const name = Array.isArray(kept) ? lasting.find((one) => one === kept[0]) : undefined;
    // the background checks what it is asked for
    return name && Array.isArray(kept) ? [name, kept[1] as never] : null;
  } catch {
    return null;
  }
}

function leftChanges(): LeftChange[] {
  return Object.entries(localStorage)
    .filter(([key]) => key.startsWith(changePrefix))
    .map(([key, text]) => ({ ...noted(key, key.slice(changePrefix.length)), change: readChange(text) }))
    .sort(inOrder);
}

function leftMarks(): LeftMark[] {
  return Object.entries(localStorage).flatMap(([key, own]): LeftMark[] => {
    const [, kind, id] = /^mark:(read|starred):(\d+)$/.exec(key) ?? [];
    if (kind !== 'read' && kind !== 'starred') return [];
    return [{ ...noted(key, stampOf(own)), kind, entryId: Number(id), on: own.startsWith('on '), own }];
  });
}

/** As many as one message may name. */
const mostNamed = 20_000;

/** Sends marks, of which none can be of the same article and kind; false where nobody heard. What fails stays for the next page. */
async function sendMarks(left: readonly LeftMark[]): Promise<boolean> {
  for (const kind of ['read', 'starred'] as const)
    for (const on of [true, false]) {
      const these = left.filter((mark) => mark.kind === kind && mark.on === on).slice(0, mostNamed);
      if (these.length === 0) continue;
      const ids = these.map(({ entryId }) => entryId);
      const answer = await askForMarks(kind, ids, on, '');
      if (answer.ok) for (const { key, own } of these) dropMark(key, own);
      else if (isUnheard(answer.problem)) return false;
    }
  return true;
}

/** Feeds and folders come back under their numbers where a database was lost, articles and what can be undone do not. */
const isLasting = ({ change }: LeftChange) => change?.[0] === 'markAllRead';

/** Forgets what was done to articles of a database that is lost: its numbers have gone to others. */
function dropOfEarlier(madeAt: number): void {
  for (const { key, own, time } of leftMarks()) if (time < madeAt) dropMark(key, own);
  for (const left of leftChanges())
    if (left.time < madeAt && !isLasting(left)) localStorage.removeItem(left.key);
}

/** Forgets what the background has done after all: done again, it could undo what came after it. */
async function dropDone(): Promise<void> {
  const done = await takeWords();
  for (const { key, own, stamp } of leftMarks()) if (done.has(stamp)) dropMark(key, own);
  for (const { key, stamp } of leftChanges()) if (done.has(stamp)) localStorage.removeItem(key);
}

/**
 * Sends what pages before this one could not, in its order: a change comes after the marks that were set before it, since
 * what was done to an article last holds. What nobody hears again stays for the next page, and what came after it. Rejects
 * where the database cannot be read.
 */
export async function sendLeft(): Promise<void> {
  const madeAt = await getMadeAt();
  // a clock that was set back says nothing of what came first
  if (madeAt <= Date.now()) dropOfEarlier(madeAt);
  await dropDone();
  let marks = leftMarks();
  for (const left of leftChanges()) {
    if (!(await sendMarks(marks.filter((mark) => inOrder(mark, left) < 0)))) return;
    marks = marks.filter((mark) => inOrder(mark, left) > 0);
    const answer = left.change && (await send(...left.change));
    if (answer && !answer.ok && isUnheard(answer.problem)) return;
    localStorage.removeItem(left.key);
  }
  await sendMarks(marks);
}
