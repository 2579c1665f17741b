import type { Input, Output } from '../../utils/messages/protocol';
import { send } from '../../utils/messages/send';
import { askAgain, isUnheard } from './ask-again';
import { tellProblem } from './perform';

/** What changes marks and tags of many articles; asked for twice it does no more than once. */
const lasting = ['markRead', 'star', 'markAllRead', 'tagEntries', 'undo'] as const;
type Lasting = (typeof lasting)[number];

/** What is kept here begins so in `localStorage`; see `left-marks`. */
const prefix = 'change:';
let noted = 0;

function keep(name: Lasting, input: unknown): string {
  const key = `${prefix}${Date.now()}.${++noted}`;
  try {
    localStorage.setItem(key, JSON.stringify([name, input]));
  } catch {
    // no room: it lives as long as the page does
  }
  return key;
}

/**
 * Asks the background for a change, as `perform` does, and keeps what is asked for until there is an answer: a page that
 * closes takes a message along that a sleeping background has not been given yet (Chromium). What is left is sent by the
 * next page.
 */
export async function performLasting<N extends Lasting>(name: N, input: Input<N>): Promise<Output<N> | null> {
  const key = keep(name, input);
  const answer = await askAgain(() => send(name, input));
  if (!answer) return null;
  if (answer.ok || !isUnheard(answer.problem)) localStorage.removeItem(key);
  if (answer.ok) return answer.data;
  await tellProblem(answer.problem);
  return null;
}

function readKept(text: string): [Lasting, never] | null {
  try {
    const kept: unknown = JSON.parse(text);
    const name = Array.isArray(kept) ? lasting.find((one) => one === kept[0]) : undefined;
    // the background checks what it is asked for
    return name && Array.isArray(kept) ? [name, kept[1] as never] : null;
  } catch {
    return null;
  }
}

/** When it was asked for, and as the how manyth of its page. */
const orderOf = (key: string) => key.slice(prefix.length).split('.').map(Number);

function inOrder(one: string, other: string): number {
  const [[time = 0, count = 0], [otherTime = 0, otherCount = 0]] = [orderOf(one), orderOf(other)];
  return time - otherTime || count - otherCount;
}

/** Sends what pages before this one could not, in its order; what nobody hears again stays for the next. */
export async function sendLeftChanges(): Promise<void> {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  for (const key of keys.sort(inOrder)) {
    const kept = readKept(localStorage.getItem(key) ?? '');
    const answer = kept && (await send(...kept));
    if (answer && !answer.ok && isUnheard(answer.problem)) return;
    localStorage.removeItem(key);
  }
}
