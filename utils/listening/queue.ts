import { fileOf, isSameFile } from './same-file';

/** Something to hear that came with an article. */
export interface Recording {
  address: string;
  /** Its article; null where that is of a feed that is not subscribed. */
  entryId: number | null;
  feedId: number;
  /** Which of its feed's articles that is, in this database and the next (`Entry`); absent in what earlier versions kept. */
  key?: string;
  /** The article's. */
  title: string;
  /** Seconds, as the feed says; null where it does not. */
  length: number | null;
}

/** What is heard, and what comes after it. */
export interface Queue {
  now: Recording | null;
  next: readonly Recording[];
}

export const emptyQueue: Queue = { now: null, next: [] };

const most = 200;

function recordingFrom(value: unknown): Recording | null {
  const own: Record<string, unknown> = { ...(value as object) };
  const { address, entryId, feedId, key, title, length } = own;
  if (typeof address !== 'string' || typeof title !== 'string' || typeof feedId !== 'number') return null;
  return {
    address,
    title,
    feedId,
    entryId: typeof entryId === 'number' ? entryId : null,
    length: typeof length === 'number' ? length : null,
    ...(typeof key === 'string' && { key }),
  };
}

/** Reads back what was stored; what is damaged is left out. */
export function queueFrom(value: unknown): Queue {
  const own: Record<string, unknown> = { ...(value as object) };
  const next = Array.isArray(own.next) ? own.next : [];
  return {
    now: recordingFrom(own.now),
    next: next.flatMap((one) => recordingFrom(one) ?? []).slice(0, most),
  };
}

/** Two addresses of one file are one recording. */
function isOther(address: string): (one: Recording) => boolean {
  const file = fileOf(address);
  return (one) => fileOf(one.address) !== file;
}

/** Whether it waits to be heard. */
export function isQueued({ next }: Queue, address: string): boolean {
  return !next.every(isOther(address));
}

export function without(queue: Queue, address: string): Queue {
  return { ...queue, next: queue.next.filter(isOther(address)) };
}

/** Puts it behind all others, or before them; where it waits already it changes its place. What is heard stays. */
export function withAdded(queue: Queue, recording: Recording, where: 'first' | 'last'): Queue {
  if (queue.now && isSameFile(queue.now.address, recording.address)) return queue;
  const { next } = without(queue, recording.address);
  return { ...queue, next: (where === 'first' ? [recording, ...next] : [...next, recording]).slice(0, most) };
}

/** It is heard now; what was heard before leaves. */
export function started(queue: Queue, recording: Recording): Queue {
  return { now: recording, next: queue.next.filter(isOther(recording.address)) };
}

/** Puts one that waits at another place among those that do; a place outside counts as the nearest. */
export function moved(queue: Queue, address: string, to: number): Queue {
  const one = queue.next.find((each) => isSameFile(each.address, address));
  if (!one) return queue;
  const others = queue.next.filter(isOther(address));
  const at = Math.max(0, Math.min(to, others.length));
  return { ...queue, next: [...others.slice(0, at), one, ...others.slice(at)] };
}

/** What had the address gets another one: its server has signed it anew, or it has moved. */
export function readdressed({ now, next }: Queue, before: string, address: string): Queue {
  const given = (one: Recording) => (isSameFile(one.address, before) ? { ...one, address } : one);
  return { now: now && given(now), next: next.map(given) };
}

/** How long all that is heard and waits still takes at these speeds, in seconds, and of how many nobody knows their length. */
export function timeLeft(
  { now, next }: Queue,
  heardUpTo: (address: string) => number,
  speedOf: (feedId: number) => number,
): { seconds: number; unknown: number } {
  const all = now ? [now, ...next] : next;
  const left = all.map(({ address, length, feedId }) =>
    length ? Math.max(0, length - heardUpTo(address)) / speedOf(feedId) : null,
  );
  return {
    seconds: left.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    unknown: left.filter((one) => one === null).length,
  };
}

/** With these in line, in their order; what is heard does not wait. */
export function withNext(queue: Queue, next: readonly Recording[]): Queue {
  const { now } = queue;
  return { ...queue, next: (now ? next.filter(isOther(now.address)) : next).slice(0, most) };
}
