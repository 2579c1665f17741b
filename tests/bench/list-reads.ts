import type { WithReads } from './page-script';

/** Functions that run in a page of the extension with its reads loaded. */

/** Milliseconds of so many reads of the newest 50 unread, and of a bare read of 50 rows of the same index, in turns. */
export async function listReads(runs: number): Promise<{ ours: number[]; floor: number[] }> {
  const { bench } = globalThis as unknown as WithReads;
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const database = await settled(indexedDB.open('broadsheet'));
  const range = IDBKeyRange.bound([0], [0, []]);
  const times = { ours: [] as number[], floor: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    const rows = await settled(
      database.transaction('entries').objectStore('entries').index('byRead').getAll(range, 50),
    );
    const middle = performance.now();
    const listed = await bench.listEntries({ filter: 'unread', limit: 50 });
    times.ours.push(performance.now() - middle);
    times.floor.push(middle - start);
    if (rows.length !== 50 || listed.length !== 50) throw new Error('A list has not 50 rows');
    await new Promise((done) => setTimeout(done, 10));
  }
  database.close();
  return times;
}

/** Median milliseconds of the badge's number and of all feeds' counts. */
export async function countReads(runs: number): Promise<{ badge: number; counts: number }> {
  const { bench } = globalThis as unknown as WithReads;
  const times: Record<'badge' | 'counts', number[]> = { badge: [], counts: [] };
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await bench.countUnread();
    const middle = performance.now();
    await bench.listCounts();
    times.badge.push(middle - start);
    times.counts.push(performance.now() - middle);
    await new Promise((done) => setTimeout(done, 10));
  }
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
  return { badge: middle(times.badge), counts: middle(times.counts) };
}

/** Reads the newest 50 unread again and again, for so long or until `stopReading`; milliseconds of each read. */
export async function readOn(longestMs: number): Promise<number[]> {
  const page = globalThis as unknown as WithReads & { stopReading?: boolean };
  page.stopReading = false;
  const times: number[] = [];
  const end = performance.now() + longestMs;
  while (!page.stopReading && performance.now() < end) {
    const start = performance.now();
    await page.bench.listEntries({ filter: 'unread', limit: 50 });
    times.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 30));
  }
  return times;
}

export function stopReading(): void {
  (globalThis as unknown as { stopReading: boolean }).stopReading = true;
}

/** How many of the newest are listed as unread. */
export async function unreadListed(): Promise<number> {
  const { bench } = globalThis as unknown as WithReads;
  return (await bench.listEntries({ filter: 'unread', limit: 50 })).length;
}
