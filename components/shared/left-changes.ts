import type { Input, Output } from '../../utils/messages/protocol';
import { sendWithWord } from '../../utils/messages/send-with-word';
import { askAgain, isUnheard } from './ask-again';
import { stamp } from './left-marks';
import { tellProblem } from './perform';

/** What changes marks and tags of many articles; asked for twice it does no more than once. */
export const lasting = ['markRead', 'star', 'markAllRead', 'tagEntries', 'undo'] as const;
export type Lasting = (typeof lasting)[number];

/** What is kept here begins so in `localStorage`; see `left-behind`. */
export const changePrefix = 'change:';

function keep(name: Lasting, input: unknown): string {
  const key = `${changePrefix}${stamp()}`;
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
  const answer = await askAgain(() => sendWithWord(name, input, key.slice(changePrefix.length)));
  if (!answer) return null;
  if (answer.ok || !isUnheard(answer.problem)) localStorage.removeItem(key);
  if (answer.ok) return answer.data;
  await tellProblem(answer.problem);
  return null;
}
