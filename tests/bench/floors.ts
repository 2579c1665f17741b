/** Functions that run in a page of the extension: the least that the same work can cost in this browser. */

/**
 * Fetches all addresses, so many at a time, and reads their bodies; milliseconds and bytes. `again` sends the ETags of
 * the time before.
 */
export async function fetchFloor(
  urls: string[],
  atOnce: number,
  again: boolean,
): Promise<{ ms: number; bytes: number }> {
  const page = globalThis as unknown as { floorTags?: Map<string, string> };
  page.floorTags ??= new Map();
  const tags = page.floorTags;
  const waiting = [...urls];
  let bytes = 0;
  const start = performance.now();
  const work = async () => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const headers: Record<string, string> = again ? { 'If-None-Match': tags.get(url) ?? '' } : {};
      const answer = await fetch(url, { cache: 'no-cache', credentials: 'omit', headers });
      tags.set(url, answer.headers.get('ETag') ?? '');
      bytes += (await answer.arrayBuffer()).byteLength;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { ms: performance.now() - start, bytes };
}

/** Copies entries and bodies into a scratch database with the same stores and indexes, 200 rows a transaction. */
export async function insertFloor(): Promise<{ ms: number; rows: number }> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const source = await settled(indexedDB.open('broadsheet'));
  const names = ['entries', 'bodies'];
  const reading = source.transaction(names);
  const rows = await Promise.all(names.map((name) => settled(reading.objectStore(name).getAll())));
  const opening = indexedDB.open('bench-floor', 1);
  opening.onupgradeneeded = () => {
    for (const name of names) {
      const shape = source.transaction(names).objectStore(name);
      const store = opening.result.createObjectStore(name, {
        keyPath: shape.keyPath,
        autoIncrement: shape.autoIncrement,
      });
      for (const index of Array.from(shape.indexNames, (one) => shape.index(one))) {
        store.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry });
      }
    }
  };
  const target = await settled(opening);
  const start = performance.now();
  const [entries = [], bodies = []] = rows;
  for (let at = 0; at < entries.length; at += 200) {
    const writing = target.transaction(names, 'readwrite', { durability: 'relaxed' });
    for (const row of entries.slice(at, at + 200)) writing.objectStore('entries').put(row);
    for (const row of bodies.slice(at, at + 200)) writing.objectStore('bodies').put(row);
    await new Promise<void>((done, fail) => {
      writing.oncomplete = () => done();
      writing.onabort = () => fail(writing.error);
    });
  }
  const ms = performance.now() - start;
  source.close();
  target.close();
  await settled(indexedDB.deleteDatabase('bench-floor'));
  return { ms, rows: entries.length };
}
