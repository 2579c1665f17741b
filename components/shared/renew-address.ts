import type { Recording } from '../../utils/listening/queue';
import { fileOf } from '../../utils/listening/same-file';
import { send } from '../../utils/messages/send';
import type { Answer } from '../../utils/model/problem';
import { goOnAt } from './recordings';

/** A feed is asked no more often than that for one recording, ms, whatever it answers. */
const patience = 120_000;
/** When the feeds were asked, by file. */
const asked = new Map<string, number>();

/** Whether a server that answered so may have handed the recording out under another address: not while it is out of order. */
export function mayHaveMoved(answer: Answer<{ type: string }>): boolean {
  if (answer.ok) return /html|xml|json|^text\//.test(answer.data.type);
  const { problem } = answer;
  if (problem.kind === 'http-status') return problem.status < 500 && problem.status !== 429;
  return ['gone', 'unreachable', 'permission-missing'].includes(problem.kind);
}

/** Asks the feed of a recording that failed, once, for its address of today and goes on there; false where it has no other. */
export async function renewAddress(
  { address, entryId }: Recording,
  isStill: () => boolean,
): Promise<boolean> {
  const since = Date.now() - (asked.get(fileOf(address)) ?? 0);
  if (entryId === null || (since >= 0 && since < patience)) return false;
  asked.set(fileOf(address), Date.now());
  const answer = await send('renewRecording', { entryId, url: address });
  if (!answer.ok || !answer.data.url || answer.data.url === address || !isStill()) return false;
  asked.set(fileOf(answer.data.url), Date.now());
  goOnAt(address, answer.data.url);
  return true;
}
