import type { Feed } from '../model/feed';
import type { Problem } from '../model/problem';
import { day } from './times';

const longAgoMs = 3 * day;
const manyChecks = 8;

/**
 * What a failure is after days of the same. fetch does not tell a name that nobody owns any more from a server that is
 * switched off; a host that gave no answer at all for three days, in eight checks, while others answered, is likely
 * either. Whatever else went wrong stays what it was.
 */
export function lastingProblem(
  problem: Problem,
  { failures, failingSince }: Pick<Feed, 'failures' | 'failingSince'>,
  now: number,
): Problem {
  const silentMs = now - (failingSince ?? now);
  if (problem.kind !== 'unreachable' || failures < manyChecks || silentMs < longAgoMs) return problem;
  return { kind: 'host-silent', host: problem.host, days: Math.floor(silentMs / day), checks: failures };
}
