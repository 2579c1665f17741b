import { ProblemError } from '../model/problem';

/** A worker lives 30 s after its last event: every request has ended before. */
const totalSeconds = 25;
const headSeconds = 10;

export interface Deadline {
  signal: AbortSignal;
  /** The head of the answer is here; the body has the rest of the time. */
  headArrived(): void;
  /** The answer is complete. */
  clear(): void;
}

/** Ends a request that takes too long, with a ProblemError `timeout` as the reason, or when `outer` is aborted. */
export function startDeadline(outer?: AbortSignal): Deadline {
  const controller = new AbortController();
  const after = (seconds: number) =>
    setTimeout(() => controller.abort(new ProblemError({ kind: 'timeout', seconds })), seconds * 1000);
  const head = after(headSeconds);
  const total = after(totalSeconds);
  const signal = outer ? AbortSignal.any([controller.signal, outer]) : controller.signal;
  return {
    signal,
    headArrived: () => clearTimeout(head),
    clear: () => {
      clearTimeout(head);
      clearTimeout(total);
    },
  };
}
