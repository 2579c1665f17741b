/** What is stored, row by row, and whether anything is under way. Runs in a page of the extension. */
export interface KillFacts {
  entries: { id: number; feedId: number; key: string; read: boolean; starred: boolean }[];
  /** Of each feed, and under 0 of all, as stored. */
  counts: { feedId: number; total: number; unread: number; starred: number }[];
  /** Feeds whose turn has come. */
  due: number;
  /** Feeds whose check was begun and not ended. */
  leased: number;
  /** A round is under way, in whatever context. */
  polling: boolean;
}

export async function killFactsInPage(): Promise<KillFacts> {
  const promised = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const database = await promised(indexedDB.open('broadsheet'));
  // one transaction: rows and counts are of one moment
  const transaction = database.transaction(['entries', 'counts', 'feeds']);
  const all = (name: string) => promised(transaction.objectStore(name).getAll());
  const [entries, counts, feeds] = await Promise.all([all('entries'), all('counts'), all('feeds')]);
  database.close();
  const { held = [] } = await navigator.locks.query();
  return {
    entries: entries.map(({ id, feedId, key, read, starred }) => ({
      id,
      feedId,
      key,
      read: read === 1,
      starred: starred === 1,
    })),
    counts: counts.map(({ feedId, total, unread, starred }) => ({ feedId, total, unread, starred })),
    due: feeds.filter((feed) => feed.nextCheckAt <= Date.now()).length,
    leased: feeds.filter((feed) => feed.leaseUntil > Date.now()).length,
    polling: held.some(({ name }) => name === 'poll'),
  };
}

/** The browser is no longer one that has just started. */
export async function forgetStartInPage(): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { session: { remove(key: string): Promise<void> } } };
  };
  await chrome.storage.session.remove('started');
}

/** No feed's turn comes for an hour. */
export async function restInPage(): Promise<void> {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('broadsheet');
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const transaction = database.transaction('feeds', 'readwrite');
  const store = transaction.objectStore('feeds');
  store.openCursor().onsuccess = (event) => {
    const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
    if (!cursor) return;
    cursor.update({ ...cursor.value, nextCheckAt: Date.now() + 3_600_000 });
    cursor.continue();
  };
  await new Promise<void>((done, fail) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => fail(transaction.error);
  });
  database.close();
}
