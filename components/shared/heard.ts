/** Where the reader stopped listening: address of a recording -> seconds, newest last. */
type Heard = readonly (readonly [string, number])[];

const storeKey = 'heard';
const mostRecordings = 200;
/** Nearer to either end than this, s, it starts from the beginning next time. */
const edge = 10;

function readHeard(): Heard {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storeKey) ?? '[]');
    const isPair = (one: unknown): one is [string, number] =>
      Array.isArray(one) && one.length === 2 && typeof one[0] === 'string' && Number.isFinite(one[1]);
    return Array.isArray(stored) ? stored.filter(isPair) : [];
  } catch {
    return [];
  }
}

/** Seconds at which a recording was left; 0 where it was not begun, or heard to its end. */
export function heardUpTo(address: string): number {
  return readHeard().find(([one]) => one === address)?.[1] ?? 0;
}

/** Keeps the place of a recording of so many seconds; forgets it at its start and its end. */
export function keepHeard(address: string, seconds: number, length: number): void {
  const others = readHeard().filter(([one]) => one !== address);
  const isWithin = seconds > edge && !(length - seconds < edge);
  const kept = isWithin ? [...others, [address, Math.floor(seconds)] as const] : others;
  localStorage.setItem(storeKey, JSON.stringify(kept.slice(-mostRecordings)));
}
