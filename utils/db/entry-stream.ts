import { newestOf, type Place, type Span } from './newest';
import type { AnyTx, EntryRow } from './schema';

/** The entries of one span, newest first, read a page at a time. */
export interface Stream {
  span: Span;
  /** Read and not yet given. */
  rows: EntryRow[];
  after: Place | null;
  pageSize: number;
  ended: boolean;
}

const maxPageSize = 800;

/** Begins to read the spans, in pages of `pageSize`, from what comes after `after`. */
export async function openStreams(
  tx: AnyTx,
  spans: readonly Span[],
  after: Place | null,
  pageSize: number,
): Promise<Stream[]> {
  const streams = spans.map((span): Stream => ({ span, rows: [], after, pageSize, ended: false }));
  await Promise.all(streams.map((stream) => fill(tx, stream)));
  return streams;
}

/**
 * Gives the entries of all streams, newest first, until `take` says that it has enough (false) or all are read.
 * A merge: each span is read a page at a time, when its last one is used up; pages double, for lists that want few of
 * what they read.
 */
export async function forNewest(
  tx: AnyTx,
  streams: readonly Stream[],
  take: (row: EntryRow) => boolean,
): Promise<void> {
  await Promise.all(streams.map((stream) => fill(tx, stream)));
  for (let stream = newest(streams); stream; stream = newest(streams)) {
    const row = stream.rows.shift();
    if (row === undefined || !take(row)) return;
    await fill(tx, stream);
  }
}

/** Reads until there is a row to give: a page may hold nothing but damaged ones. */
async function fill(tx: AnyTx, stream: Stream): Promise<void> {
  while (stream.rows.length === 0 && !stream.ended) {
    const page = await newestOf(tx, stream.span, stream.pageSize, stream.after);
    stream.rows = page.rows;
    stream.ended = page.next === null;
    stream.after = page.next;
    stream.pageSize = Math.min(2 * stream.pageSize, maxPageSize);
  }
}

function newest(streams: readonly Stream[]): Stream | null {
  let best: Stream | null = null;
  for (const stream of streams) if (isBefore(stream.rows[0], best?.rows[0])) best = stream;
  return best;
}

function isBefore(a: Place | undefined, b: Place | undefined): boolean {
  if (a === undefined) return false;
  return b === undefined || a.sortAt > b.sortAt || (a.sortAt === b.sortAt && a.id > b.id);
}
