import type { Answer, Problem } from '../../utils/model/problem';

/** A background that is being stopped or begun answers after that, ms. */
const rests = [50, 250, 1000];

/** Whether nobody can say that it was heard: the background may have been stopped before, or in the middle of it. */
export const isUnheard = ({ kind }: Problem) => kind === 'internal';

/**
 * Asks again while nobody answers and it is still wanted; gives the last answer, or null where it is wanted no longer.
 * Nobody answers where a background is stopped with what it has not answered yet (Firefox).
 */
export async function askAgain<T>(
  ask: () => Promise<Answer<T>>,
  isWanted: () => boolean = () => true,
): Promise<Answer<T> | null> {
  let answer = await ask();
  for (const rest of rests) {
    if (answer.ok || !isUnheard(answer.problem)) break;
    await new Promise((done) => setTimeout(done, rest));
    if (!isWanted()) return null;
    answer = await ask();
  }
  return answer;
}
