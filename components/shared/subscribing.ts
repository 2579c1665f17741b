import { send } from '../../utils/messages/send';
import type { Problem } from '../../utils/model/problem';
import { countWords } from './locale';
import { toast } from './toasts';

/** Subscribes to these feeds one after the other and says to how many; gives what kept us from the others, by address. */
export async function subscribeToAll(urls: readonly string[]): Promise<Map<string, Problem>> {
  const problems = new Map<string, Problem>();
  for (const url of urls) {
    const answer = await send('subscribe', { url });
    if (!answer.ok) problems.set(url, answer.problem);
  }
  const done = urls.length - problems.size;
  if (done > 0) toast(countWords('subscribedCount', done));
  return problems;
}
