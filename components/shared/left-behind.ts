import { getMadeAt } from '../../utils/db/made-at';
import { send } from '../../utils/messages/send';
import { isUnheard } from './ask-again';
import { changePrefix, type Lasting, lasting } from './left-changes';
import { askForMarks, dropMark, type Mark } from './left-marks';

interface LeftChange {
  key: string;
  /** When it was asked for (ms), and as the how manyth of its page. */
  time: number;
  place: number;
  /** Null where it cannot be read. */
  change: readonly [Lasting, never] | null;
}

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
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(changePrefix));
  return keys
    .map((key) => {
      const [time = 0, place = 0] = key.slice(changePrefix.length).split('.').map(Number);
      return { key, time, place, change: readChange(localStorage.getItem(key) ?? '') };
    })
    .sort((one, other) => one.time - other.time || one.place - other.place);
}

/** Feeds and folders come back under their numbers where a database was lost, articles and what can be undone do not. */
const isLasting = ({ change }: LeftChange) => change?.[0] === 'markAllRead';

/** Sends changes in their order; what nobody hears again stays for the next page. */
async function sendLeftChanges(madeAt: number): Promise<void> {
  for (const left of leftChanges()) {
    const isMeant = left.time >= madeAt || isLasting(left);
    const answer = isMeant && left.change && (await send(...left.change));
    if (answer && !answer.ok && isUnheard(answer.problem)) return;
    localStorage.removeItem(left.key);
  }
}

interface LeftMark extends Mark {
  key: string;
  own: string;
}

function leftMarks(): LeftMark[] {
  return Object.entries(localStorage).flatMap(([key, own]): LeftMark[] => {
    const [, kind, id] = /^mark:(read|starred):(\d+)$/.exec(key) ?? [];
    if (kind !== 'read' && kind !== 'starred') return [];
    return [{ kind, entryId: Number(id), on: own.startsWith('on '), key, own }];
  });
}

/** Whether the mark's number is of an article of another database than this. */
const isOfEarlier = ({ own }: LeftMark, madeAt: number) =>
  Number.parseFloat(own.split(' ')[1] ?? '') < madeAt;

/** As many as one message may name. */
const mostNamed = 20_000;

async function sendMarks(madeAt: number): Promise<void> {
  for (const mark of leftMarks()) if (isOfEarlier(mark, madeAt)) dropMark(mark.key, mark.own);
  const left = leftMarks();
  for (const kind of ['read', 'starred'] as const)
    for (const on of [true, false]) {
      const these = left.filter((mark) => mark.kind === kind && mark.on === on).slice(0, mostNamed);
      if (these.length === 0) continue;
      const ids = these.map(({ entryId }) => entryId);
      if ((await askForMarks(kind, ids, on)).ok) for (const { key, own } of these) dropMark(key, own);
    }
}

/**
 * Sends what pages before this one could not, in its order. What was done to articles of a database that is lost is
 * forgotten: its numbers have gone to others. Rejects where the database cannot be read; all stays for the next page then.
 */
export async function sendLeft(): Promise<void> {
  const madeAt = await getMadeAt();
  // a clock that was set back says nothing of what came first
  const since = madeAt > Date.now() ? 0 : madeAt;
  await sendLeftChanges(since);
  await sendMarks(since);
}
