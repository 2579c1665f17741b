export const generations = ['latest', 'day', 'week'] as const;
/** Beside those that follow one another: what a replacing restore found, until the next one. */
export const shelved = [...generations, 'before'] as const;
export type Generation = (typeof shelved)[number];

/** A backup that the extension made by itself. */
export interface Snapshot {
  /** Milliseconds. */
  at: number;
  text: string;
}

export type Snapshots = Partial<Record<Generation, Snapshot>>;

const day = 86_400_000;
/** How old each may become before the younger generation takes its place. */
const lifetimes = { day: 2 * day, week: 8 * day };

/** Puts a new snapshot in; the two older generations are followed up when their time has come. */
export function withSnapshot(stored: Snapshots, latest: Snapshot): Snapshots {
  const { latest: previous } = stored;
  const isOver = (snapshot: Snapshot | undefined, lifetime: number) =>
    !snapshot || Math.abs(latest.at - snapshot.at) >= lifetime;
  const middle = isOver(stored.day, lifetimes.day) ? (previous ?? stored.day) : stored.day;
  const oldest = isOver(stored.week, lifetimes.week) ? (stored.day ?? stored.week) : stored.week;
  return { latest, ...(middle && { day: middle }), ...(oldest && { week: oldest }) };
}

export function snapshotFrom(stored: unknown): Snapshot | null {
  const own = new Map(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
  const [at, text]: unknown[] = [own.get('at'), own.get('text')];
  return typeof at === 'number' && typeof text === 'string' ? { at, text } : null;
}
