import { browser } from 'wxt/browser';
import type { Answer } from '../model/problem';
import type { Input, MessageName, Output } from './protocol';
import { send } from './send';

/** A background that answered so lately (ms) is awake: browsers stop it after thirty quiet seconds. */
const awakeMs = 20_000;
let answeredAt = Number.NEGATIVE_INFINITY;

/** Keys of what is left begin so in `storage.session`; a stamp follows that is the note's own, or nobody else's. */
export const wordPrefix = 'word:';
/** What the background puts in the place of a word that it has done. */
export const wordDone = 'done';

/**
 * Asks as `send` does. What a background may have to be woken for is left beside the message as well, until there is an
 * answer: a page that closes takes its messages along that were not delivered yet (Chromium), but not what it stored, of
 * which the browser tells the background (`serveWords`). Without a `stamp`, nothing is left.
 */
export async function sendWithWord<N extends MessageName>(
  name: N,
  input: Input<N>,
  stamp: string,
): Promise<Answer<Output<N>>> {
  const isAwake = performance.now() - answeredAt < awakeMs;
  const word = stamp === '' || isAwake ? '' : wordPrefix + stamp;
  const { session } = browser.storage;
  const leaving = word && session.set({ [word]: { name, input, word } }).catch(() => undefined);
  const answer = await send(name, input, word);
  if (leaving) void leaving.then(() => session.remove(word)).catch(() => undefined);
  if (answer.ok || answer.problem.kind !== 'internal') answeredAt = performance.now();
  return answer;
}
