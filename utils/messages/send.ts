import { browser } from 'wxt/browser';
import type { Answer } from '../model/problem';
import type { Input, MessageName, Output } from './protocol';

/**
 * Asks the background for something and gives its answer. Never throws: a background that could not be reached, or that
 * was stopped before it answered, is an `internal` problem.
 */
export async function send<N extends MessageName>(name: N, input: Input<N>): Promise<Answer<Output<N>>> {
  try {
    const answer: Answer<Output<N>> | undefined = await browser.runtime.sendMessage({ name, input });
    return answer ?? { ok: false, problem: { kind: 'internal', detail: 'no answer' } };
  } catch (error) {
    return { ok: false, problem: { kind: 'internal', detail: String(error) } };
  }
}
