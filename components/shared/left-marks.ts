import { send } from '../../utils/messages/send';
import type { Answer } from '../../utils/model/problem';
import { askAgain, isUnheard } from './ask-again';

/** What a reader did to one article, and what the background is asked for. */
export interface Mark {
  kind: 'read' | 'starred';
  entryId: number;
  on: boolean;
}

const prefix = 'mark:';

const keyOf = ({ kind, entryId }: Mark) => `${prefix}${kind}:${entryId}`;

let noted = 0;
/** What this page was told last of an article. */
const latest = new Map<string, string>();

/** Keeps the mark where it outlives the page, at once; what is kept of an older one of the same kind goes. */
function keep(mark: Mark): string {
  const own = `${mark.on ? 'on' : 'off'} ${Date.now()}.${++noted}`;
  latest.set(keyOf(mark), own);
  try {
    localStorage.setItem(keyOf(mark), own);
  } catch {
    // no room: it lives as long as the page does
  }
  return own;
}

function drop(key: string, own: string): void {
  if (latest.get(key) === own) latest.delete(key);
  if (localStorage.getItem(key) === own) localStorage.removeItem(key);
}

function ask(kind: Mark['kind'], entryIds: number[], on: boolean): Promise<Answer<unknown>> {
  return kind === 'read' ? send('markRead', { entryIds, read: on }) : send('star', { entryIds, starred: on });
}

/**
 * Asks the background to store a mark, again where it was stopped before it answered. Kept until there is an answer: a page
 * that closes takes a message along that a sleeping background has not been given yet (Chromium), and a background that is
 * stopped takes those it has not answered (Firefox). What is left then is sent by the next page.
 */
export async function sendMark(mark: Mark): Promise<Answer<unknown>> {
  const own = keep(mark);
  const isWanted = () => latest.get(keyOf(mark)) === own;
  const answer = await askAgain(() => ask(mark.kind, [mark.entryId], mark.on), isWanted);
  // the reader has thought better of it
  if (!answer) return { ok: true, data: null };
  if (answer.ok || !isUnheard(answer.problem)) drop(keyOf(mark), own);
  return answer;
}

interface Left extends Mark {
  key: string;
  own: string;
}

function readLeft(): Left[] {
  return Object.entries(localStorage).flatMap(([key, own]): Left[] => {
    const [, kind, id] = /^mark:(read|starred):(\d+)$/.exec(key) ?? [];
    if (kind !== 'read' && kind !== 'starred') return [];
    return [{ kind, entryId: Number(id), on: own.startsWith('on '), key, own }];
  });
}

/** As many as one message may name. */
const mostNamed = 20_000;

/** Sends what pages before this one could not; what fails again stays for the next. */
export async function sendLeftMarks(): Promise<void> {
  if (Object.keys(localStorage).some((key) => key.startsWith('change:')))
    await (await import('./left-changes')).sendLeftChanges();
  const left = readLeft();
  for (const kind of ['read', 'starred'] as const)
    for (const on of [true, false]) {
      const these = left.filter((mark) => mark.kind === kind && mark.on === on).slice(0, mostNamed);
      if (these.length === 0) continue;
      const ids = these.map(({ entryId }) => entryId);
      if ((await ask(kind, ids, on)).ok) for (const { key, own } of these) drop(key, own);
    }
}
