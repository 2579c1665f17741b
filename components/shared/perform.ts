import type { Input, MessageName, Output } from '../../utils/messages/protocol';
import { send } from '../../utils/messages/send';
import type { Problem } from '../../utils/model/problem';
import { sentences } from './locale';
import { toast } from './toasts';

/**
 * Asks the background to do it. Gives what came of it, or null after having told the reader why nothing did.
 */
export async function perform<N extends MessageName>(name: N, input: Input<N>): Promise<Output<N> | null> {
  const answer = await send(name, input);
  if (answer.ok) return answer.data;
  await tellProblem(answer.problem);
  return null;
}

/** Tells the reader what happened, what was kept and what to do. */
export async function tellProblem(problem: Problem): Promise<void> {
  const { problemWords } = await import('./problem-words');
  const words = problemWords(problem);
  toast(sentences([words.what, words.kept, words.todo]), { tone: 'bad' });
}
