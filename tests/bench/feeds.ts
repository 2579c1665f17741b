/** Functions that run in a page of the extension and prepare its store. */

/** Gives the store this many more feeds of the kind of the only one, never checked and due now. */
export async function cloneFeed(urls: string[]): Promise<void> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const database = await settled(indexedDB.open('broadsheet'));
  const writing = database.transaction('feeds', 'readwrite');
  const store = writing.objectStore('feeds');
  const [first] = await settled(store.getAll());
  const fresh = {
    lastAttemptAt: null,
    lastSuccessAt: null,
    lastNewAt: null,
    lastCheck: null,
    nextCheckAt: 0,
    leaseUntil: 0,
  };
  urls.forEach((url, index) => {
    const source = { ...first.sources[0], url, validators: null, bodyHash: '' };
    store.put({
      ...first,
      ...fresh,
      id: first.id + 1 + index,
      title: url,
      position: index + 1,
      sources: [source],
    });
  });
  await new Promise<void>((done, fail) => {
    writing.oncomplete = () => done();
    writing.onabort = () => fail(writing.error);
  });
  database.close();
}

/** All feeds were last asked twelve hours ago, and their turn was ten hours ago: the browser was closed over night. */
export async function makeOverdue(): Promise<void> {
  const hour = 3_600_000;
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('broadsheet');
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const writing = database.transaction('feeds', 'readwrite');
  writing.objectStore('feeds').openCursor().onsuccess = (event) => {
    const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
    if (!cursor) return;
    const asked = Date.now() - 12 * hour;
    const times = {
      lastAttemptAt: asked,
      lastSuccessAt: asked,
      nextCheckAt: asked + 2 * hour,
      leaseUntil: 0,
    };
    cursor.update({ ...cursor.value, ...times });
    cursor.continue();
  };
  await new Promise<void>((done, fail) => {
    writing.oncomplete = () => done();
    writing.onabort = () => fail(writing.error);
  });
  database.close();
}
