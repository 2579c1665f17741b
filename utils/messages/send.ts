import { browser } from 'wxt/browser';
import type { Answer } from '../model/problem';
import type { Input, MessageName, Output } from './protocol';

/**
 * Asks the background for something and gives its answer. Never throws: a background that could not be reached, or that
 * was stopped before it answered, is an `internal` problem. `word` is the key of what was left beside (`sendWithWord`).
 */
export async function send<N extends MessageName>(
  name: N,
  input: Input<N>,
  word?: string,
): Promise<Answer<Output<N>>> {
  try {
    const message = word ? { name, input, word } : { name, input };
    const answer: Answer<Output<N>> | undefined = await browser.runtime.sendMessage(message);
    return answer ?? { ok: false, problem: { kind: 'internal', detail: 'no answer' } };
  } catch (error) {
    return { ok: false, problem: { kind: 'internal', detail: String(error) } };
  }
}
