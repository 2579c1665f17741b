import { sendWithWord } from '../../utils/messages/send-with-word';
import type { Answer } from '../../utils/model/problem';
import { askAgain, isUnheard } from './ask-again';

/** What a reader did to one article, and what the background is asked for. */
export interface Mark {
  kind: 'read' | 'starred';
  entryId: number;
  on: boolean;
}

const keyOf = ({ kind, entryId }: Mark) => `mark:${kind}:${entryId}`;

let noted = 0;
/** When it is now (ms), and the how manyth of this page's notes this is: the order in which the next page sends them. */
export const stamp = () => `${Date.now()}.${++noted}`;

/** The stamp in what is kept of a mark. */
export const stampOf = (own: string) => own.slice(own.indexOf(' ') + 1);

/** What this page was told last of an article. */
const latest = new Map<string, string>();

/** Keeps the mark where it outlives the page, at once; what is kept of an older one of the same kind goes. */
function keep(mark: Mark): string {
  const own = `${mark.on ? 'on' : 'off'} ${stamp()}`;
  latest.set(keyOf(mark), own);
  try {
    localStorage.setItem(keyOf(mark), own);
  } catch {
    // no room: it lives as long as the page does
  }
  return own;
}

/** Forgets a mark, unless a later one has taken its place. */
export function dropMark(key: string, own: string): void {
  if (latest.get(key) === own) latest.delete(key);
  if (localStorage.getItem(key) === own) localStorage.removeItem(key);
}

/** Asks once; `stamp` is that of the one mark, or '' for those that pages before left. */
export function askForMarks(
  kind: Mark['kind'],
  entryIds: number[],
  on: boolean,
  stamp: string,
): Promise<Answer<unknown>> {
  return kind === 'read'
    ? sendWithWord('markRead', { entryIds, read: on }, stamp)
    : sendWithWord('star', { entryIds, starred: on }, stamp);
}

/**
 * Asks the background to store a mark, again where it was stopped before it answered. Kept until there is an answer: a page
 * that closes takes a message along that a sleeping background has not been given yet (Chromium), and a background that is
 * stopped takes those it has not answered (Firefox). What is left then is sent by the next page.
 */
export async function sendMark(mark: Mark): Promise<Answer<unknown>> {
  const own = keep(mark);
  const isWanted = () => latest.get(keyOf(mark)) === own;
  const answer = await askAgain(
    () => askForMarks(mark.kind, [mark.entryId], mark.on, stampOf(own)),
    isWanted,
  );
  // the reader has thought better of it
  if (!answer) return { ok: true, data: null };
  if (answer.ok || !isUnheard(answer.problem)) dropMark(keyOf(mark), own);
  return answer;
}
