/**
 * A list read waits behind every write transaction created before it (ten queued batches of 200: 1.5 s), so there is
 * never more than one: the next is created when the last is done. What the reader does goes before what polls do.
 */
type Job = () => Promise<void>;
export type Urgency = 'reader' | 'poll';

const waiting: Record<Urgency, Job[]> = { reader: [], poll: [] };
let draining = false;

/** Runs `job` when its turn comes and settles as it does. A job must not queue another and wait for it. */
export function inTurn<T>(urgency: Urgency, job: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    waiting[urgency].push(() => job().then(resolve, reject));
    if (!draining) void drain();
  });
}

async function drain(): Promise<void> {
  draining = true;
  for (let job = next(); job; job = next()) await job();
  draining = false;
}

function next(): Job | undefined {
  return waiting.reader.shift() ?? waiting.poll.shift();
}
