import { browser } from 'wxt/browser';
import type { Answer } from '../model/problem';
import type { Input, MessageName, Output } from './protocol';
import { send } from './send';

/** A background that answered so lately (ms) is awake: browsers stop it after thirty quiet seconds. */
const awakeMs = 20_000;
let answeredAt = Number.NEGATIVE_INFINITY;
let left = 0;

/** Keys of what is left begin so in `storage.session`. */
export const wordPrefix = 'word:';

/**
 * Asks as `send` does. What a background may have to be woken for is left beside the message as well, until there is an
 * answer: a page that closes takes its messages along that were not delivered yet (Chromium), but not what it stored, of
 * which the browser tells the background (`serveWords`).
 */
export async function sendWithWord<N extends MessageName>(
  name: N,
  input: Input<N>,
): Promise<Answer<Output<N>>> {
  const word = performance.now() - answeredAt < awakeMs ? '' : `${wordPrefix}${Date.now()}.${++left}`;
  const { session } = browser.storage;
  const leaving = word && session.set({ [word]: { name, input, word } }).catch(() => undefined);
  const answer = await send(name, input, word);
  if (leaving) void leaving.then(() => session.remove(word)).catch(() => undefined);
  if (answer.ok || answer.problem.kind !== 'internal') answeredAt = performance.now();
  return answer;
}
